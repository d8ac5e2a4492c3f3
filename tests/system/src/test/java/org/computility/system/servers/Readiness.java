package org.computility.system.servers;

import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.computility.system.Visitor;

/** Waits for a server that only HTTP tells about. */
final class Readiness {

    // Generous: several builds may share the machine.
    private static final Duration LIMIT = Duration.ofMinutes(20);
    private static final Duration SOON = Duration.ofMinutes(1);

    private Readiness() {}

    static void await(URI baseUri) {
        Visitor stranger = new Visitor(baseUri, Optional.empty());
        Awaitility.await("the platform at " + baseUri)
                .atMost(LIMIT)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> ready(stranger));
    }

    /** Whether it is ready, or soon is: a test before may have ended with something that goes on by itself. */
    static boolean comes(URI baseUri) {
        Visitor stranger = new Visitor(baseUri, Optional.empty());
        try {
            Awaitility.await().atMost(SOON).until(() -> ready(stranger));
            return true;
        } catch (ConditionTimeoutException e) {
            return false;
        }
    }

    private static boolean ready(Visitor stranger) {
        try {
            return stranger.get("platform/v1/health/ready").status() == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }
}
