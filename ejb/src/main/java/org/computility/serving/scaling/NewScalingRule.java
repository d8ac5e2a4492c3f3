package org.computility.serving.scaling;

import java.util.UUID;

/**
 * A rule to be made.
 *
 * @param organisationId whose services it is about; null: the caller's
 */
public record NewScalingRule(String algoDefCode, UUID organisationId, ScalingBounds bounds) {}
