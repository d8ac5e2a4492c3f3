package org.computility.connector.jobs.protocol.kubernetes;

import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodStatus;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A pod of a job as the cluster tells of it; what is not told yet is empty. */
record SeenPod(Pod pod) {

    private static final Set<String> ENDED = Set.of("Succeeded", "Failed");

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
        return pod.getSpec() != null && pod.getSpec().getNodeName() != null;
    }

    boolean isDisrupted() {
        return status().getConditions().stream()
                .anyMatch(each -> "DisruptionTarget".equals(each.getType()) && "True".equals(each.getStatus()));
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
                .orElse(null);
    }

    Instant endedAt() {
        return terminated().map(each -> Marks.instant(each.getFinishedAt())).orElse(null);
    }

    Instant createdAt() {
        String told = pod.getMetadata().getCreationTimestamp();
        return told == null ? Instant.EPOCH : Instant.parse(told);
    }
}
