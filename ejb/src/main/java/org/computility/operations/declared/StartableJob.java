package org.computility.operations.declared;

import java.util.List;

/** A job that the caller may start, and what the run may be told. */
public record StartableJob(String name, List<JobParameter> parameters) {

    public StartableJob {
        parameters = List.copyOf(parameters);
    }
}
