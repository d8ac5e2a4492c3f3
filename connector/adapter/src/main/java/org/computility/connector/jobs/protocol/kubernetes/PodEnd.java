package org.computility.connector.jobs.protocol.kubernetes;

import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.PodStatus;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.computility.connector.jobs.JobReport;
import org.computility.connector.jobs.JobState;
import org.computility.connector.jobs.protocol.files.Ends;

/** How a pod ended. */
record PodEnd(JobState state, Integer exitStatus, String reason) {

    static final String DEADLINE = "DeadlineExceeded";
    static final String WALL_TIME = "exceeded its wall time";

    private static final int OUT_OF_MEMORY = 137;

    /** The container's program never began. */
    private static final Set<String> NOT_BEGUN = Set.of("StartError", "ContainerCannotRun", "ContainerStatusUnknown");

    /** A pod that is put out because of what it wrote itself. */
    private static final Pattern OWN_DISK = Pattern.compile("(?s).*(exceeds|exceeded) the (total )?limit.*");

    /** Of a pod that has ended. */
    static PodEnd of(SeenPod pod) {
        if (pod.phase().equals("Succeeded")) {
            return new PodEnd(JobState.COMPLETED, 0, null);
        }
        Optional<PodEnd> byCluster = byCluster(pod);
        if (byCluster.isPresent()) {
            return byCluster.get();
        }
        return pod.terminated()
                .map(PodEnd::of)
                .orElseGet(() -> new PodEnd(JobState.LOST, null, "its pod failed: " + words(pod.status())));
    }

    /** Of a program that has ended. */
    static PodEnd of(ContainerStateTerminated ended) {
        int status = ended.getExitCode() == null ? 0 : ended.getExitCode();
        String reason = String.valueOf(ended.getReason());
        if (reason.equals("OOMKilled")) {
            return new PodEnd(JobState.FAILED, OUT_OF_MEMORY, "exceeded its memory");
        }
        if (NOT_BEGUN.contains(reason)) {
            return new PodEnd(
                    JobState.FAILED, status, "could not be begun: " + Waiting.words(reason, ended.getMessage()));
        }
        if (ended.getSignal() != null && ended.getSignal() > 0) {
            return new PodEnd(JobState.FAILED, status, "ended by signal " + ended.getSignal());
        }
        return status == 0
                ? new PodEnd(JobState.COMPLETED, 0, null)
                : new PodEnd(JobState.FAILED, status, Ends.reason(status));
    }

    private static Optional<PodEnd> byCluster(SeenPod pod) {
        PodStatus status = pod.status();
        String reason = status.getReason() == null ? "" : status.getReason();
        if (reason.equals(DEADLINE)) {
            return Optional.of(new PodEnd(JobState.FAILED, null, WALL_TIME));
        }
        if (reason.equals("Evicted") && OWN_DISK.matcher(words(status)).matches()) {
            return Optional.of(new PodEnd(JobState.FAILED, null, "exceeded its disk space"));
        }
        return reason.isEmpty() && !pod.isDisrupted()
                ? Optional.empty()
                : Optional.of(new PodEnd(JobState.LOST, null, "its node ended it: " + words(status)));
    }

    private static String words(PodStatus status) {
        return Waiting.words(String.valueOf(status.getReason()), status.getMessage());
    }

    boolean isByDeadline() {
        return WALL_TIME.equals(reason);
    }

    JobReport report(String jobId, SeenPod pod) {
        return new JobReport(jobId, state, exitStatus, reason, pod.startedAt(), pod.endedAt());
    }
}
