package org.computility.planning.drafts;

import java.util.List;

/**
 * What of a plan shall be different (T/BAX 0006.5 table C.4); a null member stays as it is.
 *
 * @param instances of a periodic plan: the list that it shall have
 * @param inspection of an inspective plan
 */
public record PlanChange(
        String name,
        String description,
        List<String> planDayTime,
        Boolean autoRestart,
        Boolean autoStart,
        List<InstanceSpec> instances,
        InspectionSpec inspection) {}
