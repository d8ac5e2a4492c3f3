package org.computility.connector.jobs;

import java.net.URI;
import java.util.Objects;

/**
 * Where a job runtime is, of what kind, and how the platform makes itself known to it.
 *
 * @param code the platform's own name for the runtime
 * @param location its scheme is the kind of runtime: {@code process:/var/lib/computility/jobs} runs jobs on this machine
 *     and keeps them in that folder, which belongs to this machine alone; {@code
 *     slurm:http://head:6820?folder=/shared/jobs&partition=train&lag=60} runs jobs on a Slurm cluster by its REST daemon and keeps
 *     them in a folder that the platform and all nodes share; {@code kubernetes:https://api:6443?namespace=jobs} runs jobs on a
 *     Kubernetes cluster by its API server
 * @param username null where the kind of runtime knows no users; the Slurm user
 * @param password in plain text, never logged; null where there is none; the Slurm cluster's HS256 key in Base64, or the token of
 *     the platform's account in Kubernetes
 */
public record JobRuntimeAddress(String code, URI location, String username, String password) {

    public JobRuntimeAddress {
        Objects.requireNonNull(location, "location");
    }

    @Override
    public String toString() {
        return code + "@" + location;
    }
}
