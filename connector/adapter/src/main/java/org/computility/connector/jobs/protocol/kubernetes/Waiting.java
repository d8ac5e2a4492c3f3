package org.computility.connector.jobs.protocol.kubernetes;

import io.fabric8.kubernetes.api.model.ContainerState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a pod waits for.
 *
 * @param reason in the cluster's word
 */
record Waiting(String reason, String message) {

    private static final int MOST_WORDS = 400;

    /** No time mends it. */
    private static final Set<String> NEVER =
            Set.of("InvalidImageName", "ErrImageNeverPull", "CreateContainerConfigError");

    /** Mended by somebody, or by a registry that comes back. */
    private static final Set<String> HARDLY = Set.of(
            "ErrImagePull", "ImagePullBackOff", "CreateContainerError", "RunContainerError", "RegistryUnavailable");

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** Empty for a pod of which nobody tells what it waits for, or that does not wait. */
    static Optional<Waiting> of(SeenPod pod) {
        Stream<Waiting> container = pod.state().map(ContainerState::getWaiting).stream()
                .map(each -> new Waiting(each.getReason(), each.getMessage()));
        Stream<Waiting> scheduling = pod.status().getConditions().stream()
                .filter(each -> "PodScheduled".equals(each.getType()) && "False".equals(each.getStatus()))
                .map(each -> new Waiting(each.getReason(), each.getMessage()));
        return Stream.concat(container, scheduling)
                .filter(each -> each.reason() != null)
                .findFirst();
    }

    /**
     * Whether the pod is not to be waited for any longer.
     *
     * @param since when its node began to prepare it; null where nobody tells
     */
    boolean isHopeless(Instant since, Instant now) {
        return NEVER.contains(reason)
                || HARDLY.contains(reason)
                        && since != null
                        && Duration.between(since, now).compareTo(PATIENCE) > 0;
    }

    String words() {
        return words(reason, message);
    }

    /** In one line that is not too long. */
    static String words(String reason, String message) {
        String words = message == null || message.isBlank() ? reason : reason + ", " + message;
        String line = words.replaceAll("\\s+", " ");
        return line.length() <= MOST_WORDS ? line : line.substring(0, MOST_WORDS);
    }
}
