package org.computility.planning.drafts;

import java.util.List;

/**
 * Groups of instances in turn (T/BAX 0006.5 table C.2). In a change a null member stays as it is, except the limit.
 *
 * @param concurrency instances of a group
 * @param duration seconds for a group
 * @param roundLimit null: until stopped
 * @param instances the list that the plan shall have
 * @param alone the only instance was given by itself and not in a list, and is shown so
 */
public record InspectionSpec(
        Integer concurrency, Integer duration, Integer roundLimit, List<InstanceSpec> instances, boolean alone) {

    public InspectionSpec {
        if (alone && (instances == null || instances.size() != 1)) {
            throw new IllegalArgumentException("Only one instance can stand by itself.");
        }
    }
}
