package org.computility.jobs.online;

import java.util.List;
import java.util.UUID;

/**
 * A caller who may call a service.
 *
 * @param endpoints host and port of each replica that serves, at least one
 */
public record Admission(UUID jobId, UUID userId, List<String> endpoints) {

    public Admission {
        endpoints = List.copyOf(endpoints);
    }
}
