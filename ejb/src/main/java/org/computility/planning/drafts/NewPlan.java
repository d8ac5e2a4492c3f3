package org.computility.planning.drafts;

import java.util.List;

/**
 * A plan to be made (T/BAX 0006.5 table C.1).
 *
 * @param description or null
 * @param planDayTime windows of a week, each like {@code 1,7:00,9:00}, or null
 * @param autoRestart whether failed instances get another try
 * @param autoStart whether the plan is started at once
 * @param instances of a periodic plan, else null or empty
 * @param inspection of an inspective plan, else null
 */
public record NewPlan(
        String name,
        PlanType type,
        PlanMode mode,
        String description,
        List<String> planDayTime,
        boolean autoRestart,
        boolean autoStart,
        List<InstanceSpec> instances,
        InspectionSpec inspection) {

    /** Runs all instances at once, until stopped; it is not started by itself. */
    public static NewPlan periodic(String name, PlanType type, List<InstanceSpec> instances) {
        return new NewPlan(name, type, PlanMode.PERIODIC, null, null, false, false, instances, null);
    }

    /** Runs groups of instances in turn; it is not started by itself. */
    public static NewPlan inspective(String name, PlanType type, InspectionSpec inspection) {
        return new NewPlan(name, type, PlanMode.INSPECTIVE, null, null, false, false, null, inspection);
    }

    /** What it says, as a change of a plan that says nothing yet. */
    public PlanChange content() {
        return new PlanChange(name, description, planDayTime, autoRestart, autoStart, instances, inspection);
    }
}
