package org.computility.serving.scaling.choice;

import java.util.List;

/** What a rule does now, and why; without steps: why nothing. */
public record Verdict(Reason reason, List<Step> steps, Figures figures) {

    public Verdict {
        steps = List.copyOf(steps);
    }
}
