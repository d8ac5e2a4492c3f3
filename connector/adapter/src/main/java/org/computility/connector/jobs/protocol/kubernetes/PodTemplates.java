package org.computility.connector.jobs.protocol.kubernetes;

import io.fabric8.kubernetes.api.model.Capabilities;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.SecurityContextBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.computility.connector.jobs.JobSpec;
import org.computility.connector.jobs.protocol.JobRules;
import org.computility.connector.jobs.protocol.kubernetes.nodes.Architectures;
import org.computility.connector.jobs.protocol.kubernetes.nodes.ExtendedResources;

/** What a job sees in its pod: its image, a work folder, memory to share; no account of the cluster, no privilege, no root. */
final class PodTemplates {

    static final String CONTAINER = "job";

    static final String WORK = "/task";

    /** Of a file system that nobody promised; what a pod may take at most is its limit. */
    private static final long LEAST_DISK = 1L << 30;

    /** How long a node may pull an image before that is taken from the time of a job which the platform does not end. */
    private static final long PREPARING_SECONDS = 3600;

    /** Long enough that Kubernetes waits for the processes to be gone. */
    private static final long LEAST_GRACE_SECONDS = 1;

    private final Optional<ExtendedResources.Found> accelerators;
    private final Volumes volumes;

    PodTemplates(Optional<ExtendedResources.Found> accelerators, Volumes volumes) {
        this.accelerators = accelerators;
        this.volumes = volumes;
    }

    /** Without what says whether the pod is begun again. */
    PodSpecBuilder of(JobSpec job) {
        PodSpecBuilder pod = new PodSpecBuilder()
                .withAutomountServiceAccountToken(false)
                .withEnableServiceLinks(false)
                .withTerminationGracePeriodSeconds(Math.max(job.limits().grace().toSeconds(), LEAST_GRACE_SECONDS))
                .withNewSecurityContext()
                .withRunAsNonRoot(true)
                .withRunAsUser(volumes.user())
                .withRunAsGroup(volumes.user())
                .withFsGroup(volumes.user())
                // Else each pod would have its node walk through all that a claim holds.
                .withFsGroupChangePolicy("OnRootMismatch")
                .withNewSeccompProfile()
                .withType("RuntimeDefault")
                .endSeccompProfile()
                .endSecurityContext()
                .withContainers(container(job))
                .withVolumes(volumes.all());
        return pod.withNodeSelector(nodes(job));
    }

    /** Which nodes may have it: an image is made for one architecture, and clusters may have several. */
    private Map<String, String> nodes(JobSpec job) {
        Map<String, String> labels = new HashMap<>();
        if (job.architecture() != null) {
            labels.put(Architectures.LABEL, Architectures.label(job.architecture()));
        }
        boolean asked = job.resources().accelerators() != null
                && !job.resources().accelerators().product().isEmpty();
        if (asked && accelerators.isPresent() && accelerators.get().productLabel() != null) {
            labels.put(
                    accelerators.get().productLabel(),
                    accelerators.get().accelerators().product());
        }
        return labels;
    }

    private Container container(JobSpec job) {
        return new ContainerBuilder()
                .withName(CONTAINER)
                .withImage(job.image())
                .withCommand(words(job.command()))
                .withWorkingDir(WORK)
                .withEnv(environment(job))
                .withResources(resources(job))
                .withSecurityContext(new SecurityContextBuilder()
                        .withAllowPrivilegeEscalation(false)
                        .withPrivileged(false)
                        .withRunAsNonRoot(true)
                        .withCapabilities(new Capabilities(List.of(), List.of("ALL")))
                        .build())
                .withVolumeMounts(volumes.mounts())
                .build();
    }

    private static List<EnvVar> environment(JobSpec job) {
        Map<String, String> all = new TreeMap<>(job.environment());
        all.put("HOME", WORK);
        return all.entrySet().stream()
                .map(each -> new EnvVar(each.getKey(), literal(each.getValue()), null))
                .toList();
    }

    private ResourceRequirements resources(JobSpec job) {
        Map<String, Quantity> requests = new HashMap<>(Map.of(
                "cpu", new Quantity(Integer.toString(job.resources().cores())),
                "memory", new Quantity(Long.toString(job.resources().memoryBytes()))));
        long disk = JobRules.diskBytes(job.limits());
        requests.put("ephemeral-storage", new Quantity(Long.toString(Math.min(disk, LEAST_DISK))));
        accelerators.ifPresent(found -> requests.put(
                found.resource(),
                new Quantity(Integer.toString(job.resources().accelerators().count()))));
        Map<String, Quantity> limits = new HashMap<>(requests);
        long memory = Math.max(job.limits().memoryBytes(), job.resources().memoryBytes());
        limits.put("memory", new Quantity(Long.toString(memory)));
        limits.put("ephemeral-storage", new Quantity(Long.toString(disk)));
        return new ResourceRequirements(List.of(), limits, requests);
    }

    /** The labels of all that belongs to a job. */
    static Map<String, String> labels(String jobId) {
        Map<String, String> labels = new HashMap<>(Marks.OURS);
        labels.put(Marks.JOB, jobId);
        return labels;
    }

    private static List<String> words(List<String> command) {
        return command.stream().map(PodTemplates::literal).toList();
    }

    /** Kubernetes puts variables in place of {@code $(NAME)}, and one dollar sign in place of two, wherever they stand. */
    private static String literal(String word) {
        return word.replace("$", "$$");
    }

    // The node counts from when it has the pod, and pulls the image first; the platform ends what has run its time.
    static PodSpec neverAgain(PodSpecBuilder pod, JobSpec job) {
        return pod.withRestartPolicy("Never")
                .withActiveDeadlineSeconds(job.limits().wallTime().toSeconds() + PREPARING_SECONDS)
                .build();
    }
}
