package org.computility.serving.scaling;

import org.computility.serving.scaling.choice.Step;

/** A step that is written down, and not done yet as far as anybody knows. */
public record ScalingOrder(long decisionId, Step step) {}
