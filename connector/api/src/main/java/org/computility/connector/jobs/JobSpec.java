package org.computility.connector.jobs;

import java.util.List;
import java.util.Map;

/**
 * A job to be run.
 *
 * @param jobId the platform's own id and the job's name in the runtime: lower-case letters, digits and hyphens, at most 63
 * @param command the program and its arguments; no shell reads them
 * @param environment what the program finds in its environment beside {@code PATH} and {@code HOME}
 * @param resources what the job is given
 * @param image what the job finds as its programs, as the kind of runtime understands it: the absolute path of a root
 *     folder ({@code process}, {@code slurm}) or a container image ({@code kubernetes}); null: the node's own programs
 * @param mounts folders and files that the job may read
 * @param servicePort the port at which the job's program serves; 0: it serves nobody
 * @param healthPath what is answered there below 400 while the program serves; null where it is not known
 * @param architecture what its nodes have, X86 or ARM as in T/AI 123.8 table 1, or another one by its own name; null: any
 */
public record JobSpec(
        String jobId,
        List<String> command,
        Map<String, String> environment,
        JobResources resources,
        JobLimits limits,
        String image,
        List<ReadOnlyMount> mounts,
        int servicePort,
        String healthPath,
        String architecture) {

    public JobSpec {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
        mounts = List.copyOf(mounts);
    }

    /** A job for nodes of any architecture. */
    public JobSpec(
            String jobId,
            List<String> command,
            Map<String, String> environment,
            JobResources resources,
            JobLimits limits,
            String image,
            List<ReadOnlyMount> mounts,
            int servicePort,
            String healthPath) {
        this(jobId, command, environment, resources, limits, image, mounts, servicePort, healthPath, null);
    }

    /** A job that does not say how its health is asked for. */
    public JobSpec(
            String jobId,
            List<String> command,
            Map<String, String> environment,
            JobResources resources,
            JobLimits limits,
            String image,
            List<ReadOnlyMount> mounts,
            int servicePort) {
        this(jobId, command, environment, resources, limits, image, mounts, servicePort, null);
    }

    /** A job that serves nobody. */
    public JobSpec(
            String jobId,
            List<String> command,
            Map<String, String> environment,
            JobResources resources,
            JobLimits limits,
            String image,
            List<ReadOnlyMount> mounts) {
        this(jobId, command, environment, resources, limits, image, mounts, 0, null);
    }

    @Override
    public String toString() {
        // The environment may hold secrets.
        return "job " + jobId;
    }
}
