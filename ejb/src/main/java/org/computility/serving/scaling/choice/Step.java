package org.computility.serving.scaling.choice;

import java.util.UUID;

/**
 * One thing to do.
 *
 * @param serviceId null where there is no service yet
 * @param before replicas of that service before
 * @param after replicas of that service afterwards
 */
public record Step(Action action, UUID serviceId, String computeCode, int before, int after) {}
