package org.computility.serving.scaling;

import java.util.UUID;
import org.computility.serving.AllowedService;
import org.computility.serving.scaling.choice.Step;

/**
 * A step that is about to be written down.
 *
 * @param opening the service to load; null for other steps
 * @param refusal why the platform itself does not allow the step; null: it does
 */
public record PlannedStep(Step step, AllowedService opening, String refusal) {

    static PlannedStep of(Step step) {
        return new PlannedStep(step, null, null);
    }

    UUID serviceId() {
        return opening == null ? step.serviceId() : opening.id();
    }
}
