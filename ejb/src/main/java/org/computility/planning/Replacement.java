package org.computility.planning;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.computility.planning.drafts.InstanceIds;
import org.computility.planning.drafts.TaskInfo;
import org.computility.shared.NotFound;

/**
 * A given list of task infos becomes the plan's: infos with a known ID change that instance, others are new, the rest is
 * deleted.
 */
record Replacement(Map<TaskInstance, TaskInfo> changed, List<TaskInfo> added, List<TaskInstance> removed) {

    /** Refuses when one of the plan's present instances may run, or an ID is none of theirs. */
    static Replacement of(List<TaskInstance> present, List<TaskInfo> given, long planId) {
        present.forEach(TaskInstance::checkIdle);
        Map<TaskInstance, TaskInfo> changed = new HashMap<>();
        given.stream()
                .filter(info -> info.id() != null)
                .forEach(info -> changed.put(meant(info, present, planId), info));
        return new Replacement(
                changed,
                given.stream().filter(info -> info.id() == null).toList(),
                present.stream()
                        .filter(instance -> !changed.containsKey(instance))
                        .toList());
    }

    private static TaskInstance meant(TaskInfo info, List<TaskInstance> present, long planId) {
        String member = info.member() + ".ID";
        InstanceIds id = InstanceIds.of(member, info.id());
        return present.stream()
                .filter(instance -> instance.isNamedBy(id))
                .findFirst()
                .orElseThrow(() -> new NotFound(
                        "instance-unknown", member, "Plan " + planId + " has no instance " + info.id() + "."));
    }
}
