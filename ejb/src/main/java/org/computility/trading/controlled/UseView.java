package org.computility.trading.controlled;

import java.time.Instant;
import java.util.UUID;

/**
 * A use that was allowed and counted.
 *
 * @param remainingCounts how many more; null: not limited
 */
public record UseView(UUID useId, UUID policyId, String scene, Instant usedAt, Integer remainingCounts) {}
