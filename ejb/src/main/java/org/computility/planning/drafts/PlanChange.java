package org.computility.planning.drafts;

import java.util.List;

/**
 * What of a plan shall be different (T/BAX 0006.5 table C.4); a null member stays as it is.
 *
 * @param type not to be changed: what the caller takes it for, or null
 * @param mode likewise
 * @param instances of a periodic plan: the list that it shall have
 * @param inspection of an inspective plan
 */
public record PlanChange(
        PlanType type,
        PlanMode mode,
        String name,
        String description,
        List<String> planDayTime,
        Boolean autoRestart,
        Boolean autoStart,
        List<InstanceSpec> instances,
        InspectionSpec inspection) {

    /** A change that says nothing of type and mode. */
    public PlanChange(
            String name,
            String description,
            List<String> planDayTime,
            Boolean autoRestart,
            Boolean autoStart,
            List<InstanceSpec> instances,
            InspectionSpec inspection) {
        this(null, null, name, description, planDayTime, autoRestart, autoStart, instances, inspection);
    }
}
