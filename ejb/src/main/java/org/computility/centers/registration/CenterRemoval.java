package org.computility.centers.registration;

import java.time.Instant;

/**
 * A center that was removed by force. Nobody will ever hear of what was left there.
 *
 * @param removedAt another may have been registered by that id since
 */
public record CenterRemoval(String centerId, Instant removedAt) {}
