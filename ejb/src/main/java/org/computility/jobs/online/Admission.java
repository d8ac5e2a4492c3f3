package org.computility.jobs.online;

import java.util.List;
import org.computility.jobs.online.CallCounts.Called;

/**
 * A caller who may call a service.
 *
 * @param call as it is counted once a replica has taken it
 * @param endpoints host and port of each replica that serves, at least one
 */
public record Admission(Called call, List<String> endpoints) {

    public Admission {
        endpoints = List.copyOf(endpoints);
    }
}
