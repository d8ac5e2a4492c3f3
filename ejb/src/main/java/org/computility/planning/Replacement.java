package org.computility.planning;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.computility.planning.drafts.InstanceDraft;
import org.computility.planning.drafts.InstanceIds;
import org.computility.planning.drafts.InstanceSpec;
import org.computility.shared.NotFound;

/**
 * A given list of instances becomes the plan's list: an element that names an instance of the plan changes it, other
 * elements are new, and instances that are not named are deleted.
 */
record Replacement(Map<TaskInstance, InstanceSpec> changed, List<InstanceSpec> added, List<TaskInstance> removed) {

    /** Refuses when one of the plan's present instances may run, or an ID names none of them. */
    static Replacement of(List<TaskInstance> present, List<InstanceDraft> given, long planId) {
        present.forEach(TaskInstance::checkIdle);
        Map<TaskInstance, InstanceSpec> changed = new HashMap<>();
        given.stream()
                .filter(draft -> draft.spec().id() != null)
                .forEach(draft -> changed.put(meant(draft, present, planId), draft.spec()));
        return new Replacement(
                changed,
                given.stream()
                        .map(InstanceDraft::spec)
                        .filter(spec -> spec.id() == null)
                        .toList(),
                present.stream()
                        .filter(instance -> !changed.containsKey(instance))
                        .toList());
    }

    private static TaskInstance meant(InstanceDraft draft, List<TaskInstance> present, long planId) {
        InstanceIds id = draft.spec().id();
        return present.stream()
                .filter(instance -> instance.isNamedBy(id))
                .findFirst()
                .orElseThrow(() -> new NotFound(
                        "instance-unknown",
                        draft.member("id"),
                        "Plan " + planId + " has no instance " + id.first() + "."));
    }
}
