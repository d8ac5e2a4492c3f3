package org.computility.serving.scaling;

import java.time.Instant;
import java.util.UUID;

/**
 * A scaling rule; {@link ScalingBounds} says what the numbers mean.
 *
 * @param near null: none
 * @param actedAt when it last did something; null: never
 */
public record ScalingRuleView(
        UUID id,
        UUID organisationId,
        String algoDefCode,
        int minReplicas,
        int maxReplicas,
        int maxReplicasPerNode,
        int targetPercent,
        long coolDownSeconds,
        String near,
        Instant actedAt,
        String changedBy,
        Instant changedAt) {}
