package org.computility.operations;

import java.time.Instant;

/** Which runs a person wants to see; a null member does not narrow the list. {@code from} is inclusive, {@code to} not. */
public record RunSearch(String jobName, RunStatus status, Instant from, Instant to) {

    /** Every run. */
    public static final RunSearch ALL = new RunSearch(null, null, null, null);
}
