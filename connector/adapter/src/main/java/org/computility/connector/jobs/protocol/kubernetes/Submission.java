package org.computility.connector.jobs.protocol.kubernetes;

import io.fabric8.kubernetes.api.model.Node;
import java.util.Optional;
import java.util.regex.Pattern;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.jobs.Accelerators;
import org.computility.connector.jobs.JobSpec;
import org.computility.connector.jobs.protocol.kubernetes.nodes.Architectures;
import org.computility.connector.jobs.protocol.kubernetes.nodes.ExtendedResources;

/** Makes of a job what the cluster takes, or says why it cannot be done. */
final class Submission {

    private static final Pattern IMAGE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/@-]*");
    private static final int MOST_OF_SERVICE = 61;

    private final Optional<ClaimFolder> claim;
    private final ClusterApi cluster;

    Submission(Optional<ClaimFolder> claim, ClusterApi cluster) {
        this.claim = claim;
        this.cluster = cluster;
    }

    /** @throws RuntimeFailure REFUSED, with the member at fault */
    ClusterObjects objects(JobSpec job) throws RuntimeFailure {
        check(
                job.image() != null && IMAGE.matcher(job.image()).matches(),
                "image must be a container image: a cluster has neither root folders nor programs of its own");
        check(job.resources().nodes() == 1, "resources.nodes must be 1: each task is a pod of its own");
        check(
                job.servicePort() == 0 || job.jobId().length() <= MOST_OF_SERVICE,
                "jobId must have at most " + MOST_OF_SERVICE + " characters where the job serves");
        Volumes volumes = volumes(job);
        Optional<ExtendedResources.Found> accelerators = job.resources().accelerators() == null
                ? Optional.empty()
                : Optional.of(accelerators(job.resources().accelerators(), job.architecture()));
        return new ClusterObjects(job, new PodTemplates(accelerators, volumes).of(job));
    }

    private Volumes volumes(JobSpec job) throws RuntimeFailure {
        if (claim.isPresent()) {
            return claim.get().volumes(job);
        }
        if (!job.mounts().isEmpty()) {
            throw ClaimFolder.unreachable(job.mounts().get(0).name(), null);
        }
        return Volumes.passing(job);
    }

    /** @param architecture of the node that has them; null: of any */
    private ExtendedResources.Found accelerators(Accelerators asked, String architecture) throws RuntimeFailure {
        for (Node node : cluster.nodes()) {
            Optional<ExtendedResources.Found> found = ExtendedResources.meeting(asked, node);
            boolean alike = architecture == null || Architectures.of(node).equals(Architectures.label(architecture));
            if (alike && found.isPresent()) {
                return found.get();
            }
        }
        throw KubernetesRuntime.refused("resources.accelerators: no node of the cluster has them");
    }

    private static void check(boolean right, String mend) throws RuntimeFailure {
        if (!right) {
            throw KubernetesRuntime.refused(mend);
        }
    }
}
