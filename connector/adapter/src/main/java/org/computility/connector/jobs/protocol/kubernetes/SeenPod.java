package org.computility.connector.jobs.protocol.kubernetes;

import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.PodStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A pod of a job as the cluster tells of it; what is not told yet is empty. */
record SeenPod(Pod pod) {

    private static final Set<String> ENDED = Set.of("Succeeded", "Failed");

    /** No pod is ready before its program has begun. */
    private static final Duration SLOW_BEGINNING = Duration.ofMinutes(2);

    /** The newest last. */
    static List<SeenPod> sorted(Stream<Pod> pods) {
        return pods.map(SeenPod::new)
                .sorted(Comparator.comparing(SeenPod::createdAt)
                        .thenComparing(seen -> seen.pod().getMetadata().getName()))
                .toList();
    }

    String name() {
        return pod.getMetadata().getName();
    }

    PodStatus status() {
        return pod.getStatus() == null ? new PodStatus() : pod.getStatus();
    }

    String phase() {
        return status().getPhase() == null ? "Pending" : status().getPhase();
    }

    boolean hasEnded() {
        return ENDED.contains(phase());
    }

    /** Whether its program has begun. */
    boolean hasBegun() {
        return startedAt() != null;
    }

    /** Whether a node has it, which then has to end it. */
    boolean isBound() {
        return node() != null;
    }

    /** Null where no node has it. */
    String node() {
        return pod.getSpec() == null ? null : pod.getSpec().getNodeName();
    }

    /** Whether its node may be dead: somebody else than the node says that it is not ready, or it is still there after its deletion. */
    boolean isDoubtful(Instant now) {
        Instant doubted = doubtedSince();
        boolean begins =
                !hasBegun() && doubted != null && doubted.plus(SLOW_BEGINNING).isAfter(now);
        return isBound() && !hasEnded() && doubted != null && doubted.isBefore(now) && !begins;
    }

    /** Since when it should be gone, or is not ready; null where neither. */
    Instant doubtedSince() {
        String deleted = pod.getMetadata().getDeletionTimestamp();
        if (deleted != null) {
            return Marks.instant(deleted);
        }
        return condition("Ready", "False")
                .map(ready -> ready.getLastTransitionTime() == null
                        ? createdAt()
                        : Marks.instant(ready.getLastTransitionTime()))
                .orElse(null);
    }

    private Optional<PodCondition> condition(String type, String status) {
        return status().getConditions().stream()
                .filter(each -> type.equals(each.getType()) && status.equals(each.getStatus()))
                .findFirst();
    }

    boolean isDisrupted() {
        return condition("DisruptionTarget", "True").isPresent();
    }

    Optional<ContainerStatus> container() {
        return status().getContainerStatuses().stream()
                .filter(each -> PodTemplates.CONTAINER.equals(each.getName()))
                .findFirst();
    }

    Optional<ContainerState> state() {
        return container().map(ContainerStatus::getState);
    }

    /** The end of the program that ran last, even where it was begun again. */
    Optional<ContainerStateTerminated> terminated() {
        return state().map(ContainerState::getTerminated)
                .or(() -> container().map(ContainerStatus::getLastState).map(ContainerState::getTerminated));
    }

    /** Null before its program began. */
    Instant startedAt() {
        Optional<Instant> running =
                state().map(ContainerState::getRunning).map(each -> Marks.instant(each.getStartedAt()));
        return running.or(() -> terminated().map(each -> Marks.instant(each.getStartedAt())))
                .filter(SeenPod::isMoment)
                .orElse(null);
    }

    Instant endedAt() {
        return terminated()
                .map(each -> Marks.instant(each.getFinishedAt()))
                .filter(SeenPod::isMoment)
                .orElse(null);
    }

    // A node tells the beginning of time of a program that never began.
    private static boolean isMoment(Instant told) {
        return told.isAfter(Instant.EPOCH);
    }

    /** Since when its node prepares it; of a pod that no node has, since when it is there. Null where nobody tells. */
    Instant preparedSince() {
        Optional<Instant> scheduled = condition("PodScheduled", "True")
                .map(PodCondition::getLastTransitionTime)
                .map(Marks::instant);
        return scheduled
                .or(() -> Optional.ofNullable(status().getStartTime()).map(Marks::instant))
                .or(() -> Optional.ofNullable(pod.getMetadata().getCreationTimestamp())
                        .map(Marks::instant))
                .orElse(null);
    }

    Instant createdAt() {
        String told = pod.getMetadata().getCreationTimestamp();
        return told == null ? Instant.EPOCH : Instant.parse(told);
    }
}
