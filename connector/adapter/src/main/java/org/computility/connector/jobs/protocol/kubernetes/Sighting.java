package org.computility.connector.jobs.protocol.kubernetes;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobCondition;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.computility.connector.jobs.JobReport;
import org.computility.connector.jobs.JobState;

/**
 * All that a cluster tells of one job at a moment.
 *
 * @param job of what ends; null where there is none
 * @param deployment of what serves; null where there is none
 * @param pods the newest last
 * @param outages of the nodes of pods, by their pods' names
 */
record Sighting(String jobId, Job job, Deployment deployment, List<SeenPod> pods, Map<String, Outage> outages) {

    static Sighting of(String jobId, Job job, Deployment deployment, List<Pod> pods) {
        return new Sighting(
                jobId,
                job,
                deployment,
                SeenPod.sorted(pods.stream().filter(pod -> Marks.jobId(pod).equals(jobId))),
                Map.of());
    }

    /** Of which somebody says that they may be dead. */
    Set<String> doubtfulNodes(Instant now) {
        return live().stream()
                .filter(pod -> pod.isDoubtful(now))
                .map(SeenPod::node)
                .collect(Collectors.toSet());
    }

    /** The same where these are the doubtful nodes that there are. */
    Sighting with(Map<String, Node> nodes, Instant now) {
        Map<String, Outage> silent = new HashMap<>();
        live().stream()
                .filter(pod -> pod.isDoubtful(now))
                .forEach(pod -> Outage.of(pod, nodes).ifPresent(outage -> silent.put(pod.name(), outage)));
        return new Sighting(jobId, job, deployment, pods, silent);
    }

    boolean isKnown() {
        return job != null || deployment != null;
    }

    HasMetadata object() {
        return job == null ? deployment : job;
    }

    Optional<SeenPod> newest() {
        return pods.isEmpty() ? Optional.empty() : Optional.of(pods.get(pods.size() - 1));
    }

    /** Those that run, will run, or are being ended. */
    List<SeenPod> live() {
        return pods.stream().filter(pod -> !pod.hasEnded()).toList();
    }

    /** What is not seen, since no node of it answers; empty where a pod is seen, or none is left. */
    Optional<Outage> outage() {
        List<SeenPod> all = live();
        return all.isEmpty() || isGivenUp() || !all.stream().allMatch(pod -> outages.containsKey(pod.name()))
                ? Optional.empty()
                : Optional.of(outages.get(all.get(all.size() - 1).name()));
    }

    private boolean isGivenUp() {
        return isKnown() && Marks.isGivenUp(object());
    }

    /** As it was given up. */
    JobReport report(Marks.End end) {
        Instant startedAt = newest().map(SeenPod::startedAt).orElse(null);
        return new JobReport(jobId, end.state(), null, end.reason(), startedAt, end.at());
    }

    JobReport report() {
        if (isGivenUp() && Marks.end(object()).isPresent()) {
            return report(Marks.end(object()).get());
        }
        if (!live().isEmpty()) {
            return alive(live().get(live().size() - 1));
        }
        if (!isKnown()) {
            return report(JobState.LOST, "This runtime does not know the job", null);
        }
        Optional<Marks.End> decided = Marks.end(object());
        if (decided.isPresent() && active() == 0) {
            return decided(decided.get());
        }
        return job == null ? serving() : ending();
    }

    private JobReport alive(SeenPod pod) {
        String waits = Waiting.of(pod).map(Waiting::words).orElse(null);
        return pod.hasBegun() ? report(JobState.RUNNING, null, pod.startedAt()) : report(JobState.QUEUED, waits, null);
    }

    /** How many pods the job's controller believes in; it is a moment late. */
    private int active() {
        boolean tells =
                job != null && job.getStatus() != null && job.getStatus().getActive() != null;
        return tells ? job.getStatus().getActive() : 0;
    }

    /** What ended by itself before it was told to keeps its own end. */
    private JobReport decided(Marks.End end) {
        Optional<SeenPod> last = job == null ? Optional.empty() : newest();
        Optional<PodEnd> own = last.map(PodEnd::of).filter(each -> !each.isByDeadline());
        return own.isPresent()
                ? own.get().report(jobId, last.get())
                : new JobReport(
                        jobId,
                        end.state(),
                        null,
                        end.reason(),
                        last.map(SeenPod::startedAt).orElse(null),
                        last.map(SeenPod::endedAt).orElse(end.at()));
    }

    private JobReport ending() {
        if (newest().isPresent()) {
            return PodEnd.of(newest().get()).report(jobId, newest().get());
        }
        if (condition("Complete").isPresent()) {
            Instant from = Marks.instant(job.getStatus().getStartTime());
            Instant until = Marks.instant(job.getStatus().getCompletionTime());
            return new JobReport(jobId, JobState.COMPLETED, 0, null, from, until);
        }
        return condition("Failed").map(this::failed).orElseGet(() -> report(JobState.QUEUED, null, null));
    }

    private JobReport failed(JobCondition failed) {
        return PodEnd.DEADLINE.equals(failed.getReason())
                ? report(JobState.FAILED, PodEnd.WALL_TIME, null)
                : report(
                        JobState.LOST,
                        "its pod is gone: " + Waiting.words(failed.getReason(), failed.getMessage()),
                        null);
    }

    private Optional<JobCondition> condition(String type) {
        return job.getStatus() == null
                ? Optional.empty()
                : job.getStatus().getConditions().stream()
                        .filter(each -> type.equals(each.getType()) && "True".equals(each.getStatus()))
                        .findFirst();
    }

    // Its controller makes another pod, unless the platform forbids that.
    private JobReport serving() {
        return report(JobState.QUEUED, null, null);
    }

    private JobReport report(JobState state, String reason, Instant startedAt) {
        return new JobReport(jobId, state, null, reason, startedAt, null);
    }
}
