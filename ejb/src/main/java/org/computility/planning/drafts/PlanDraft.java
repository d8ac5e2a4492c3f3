package org.computility.planning.drafts;

import java.util.List;

/**
 * A plan as a request describes it; for an update, a null member stays as it is.
 *
 * @param inspection of an inspective plan, else null
 * @param instances of {@code AlgoTaskInfos} or {@code InspectionPlan.TaskInfo}
 * @param singleTaskInfo {@code TaskInfo} came as one object, so it goes out as one
 */
public record PlanDraft(
        String name,
        PlanType type,
        PlanMode mode,
        String description,
        List<String> planDayTime,
        Boolean autoRestart,
        Boolean autoStart,
        Inspection inspection,
        List<TaskInfo> instances,
        boolean singleTaskInfo) {

    /** Table C.2; for an update a null member stays as it is, but for {@code roundLimit}: null is none. */
    public record Inspection(Integer concurrency, Integer duration, Integer roundLimit) {}
}
