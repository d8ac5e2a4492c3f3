package org.computility.connector.jobs.protocol.kubernetes;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobCondition;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.computility.connector.jobs.JobReport;
import org.computility.connector.jobs.JobState;

/**
 * All that a cluster tells of one job at a moment.
 *
 * @param job of what ends; null where there is none
 * @param deployment of what serves; null where there is none
 * @param pods the newest last
 */
record Sighting(String jobId, Job job, Deployment deployment, List<SeenPod> pods) {

    static Sighting of(String jobId, Job job, Deployment deployment, List<Pod> pods) {
        return new Sighting(
                jobId,
                job,
                deployment,
                SeenPod.sorted(pods.stream().filter(pod -> Marks.jobId(pod).equals(jobId))));
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

    JobReport report() {
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

    /** What the platform has to end now, because Kubernetes would go on for ever. */
    Optional<Marks.End> due(Instant now) {
        if (!isKnown() || Marks.end(object()).isPresent()) {
            return Optional.empty();
        }
        return hopeless(now).or(() -> job == null ? servedEnough(now) : Optional.empty());
    }

    private Optional<Marks.End> hopeless(Instant now) {
        return live().stream()
                .flatMap(pod -> Waiting.of(pod).filter(each -> each.isHopeless(pod.createdAt(), now)).stream())
                .map(waiting -> new Marks.End(JobState.FAILED, "could not be begun: " + waiting.words(), now))
                .findFirst();
    }

    /** A service's program that has ended, however it did, is the platform's to begin again. */
    private Optional<Marks.End> servedEnough(Instant now) {
        for (SeenPod pod : pods) {
            Optional<PodEnd> end = pod.hasEnded()
                    ? Optional.of(PodEnd.of(pod))
                    : pod.terminated().map(PodEnd::of);
            if (end.isPresent()) {
                return end.map(each -> new Marks.End(each.state(), each.reason(), now));
            }
        }
        String limit = Marks.annotations(deployment).get(Marks.WALL_TIME);
        boolean late = limit != null
                && live().stream()
                        .anyMatch(pod -> pod.hasBegun()
                                && pod.startedAt()
                                        .plusSeconds(Long.parseLong(limit))
                                        .isBefore(now));
        return late ? Optional.of(new Marks.End(JobState.FAILED, PodEnd.WALL_TIME, now)) : Optional.empty();
    }

    private JobReport report(JobState state, String reason, Instant startedAt) {
        return new JobReport(jobId, state, null, reason, startedAt, null);
    }
}
