package org.computility.system.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.wire.Wire;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Callers who ask for much and read nothing hold nobody else up; there are more of them than the servers have threads. */
@OnTheServer
class SlowReadersIT {

    private static final int MANY = 220;

    /** More than the buffers between two programs of one machine hold. */
    private static final int BYTES = 16_000_000;

    /** Half of the time after which a server gives a write up, and plenty for a busy machine. */
    private static final Duration PROMPT = Duration.ofSeconds(15);

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final int LOOKS = 20;

    private final Platform platform;
    private final List<Wire> slow = new ArrayList<>();

    SlowReadersIT(Platform platform) {
        this.platform = platform;
    }

    @AfterEach
    void hangUp() {
        slow.forEach(Wire::close);
    }

    /** WildFly serves its description of the API before the application is asked, and waits for who reads it (docs/security.md). */
    static Stream<String> documents() {
        String scripts = "GET /console/jakarta.faces.resource/components.js?ln=primefaces";
        return System.getProperty("wildfly.folder") == null ? Stream.of(scripts, "GET /openapi") : Stream.of(scripts);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void unreadDocumentsHoldNobodyUp(String line) {
        begin(line);

        othersAreAnsweredPromptly();
    }

    private void begin(String line) {
        String requests = Wire.more(line, List.of()).repeat(BYTES / size(line) + 1);
        for (int i = 0; i < MANY; i++) {
            Wire wire = Wire.small(platform.baseUri());
            slow.add(wire);
            wire.send(requests);
        }
    }

    /** Waits until the readers of the test before have been given up. */
    private int size(String line) {
        return await().atMost(PATIENCE)
                .until(
                        () -> Wire.ask(platform.baseUri(), line, List.of(), ""),
                        answer -> answer.startsWith("HTTP/1.1 200"))
                .length();
    }

    private void othersAreAnsweredPromptly() {
        for (int i = 0; i < LOOKS; i++) {
            promptly(() -> platform.anonymous().get("platform/v1/health/live").expect(200));
            promptly(() -> platform.asAdmin().get("platform/v1/accounts/me").expect(200));
        }
    }

    private static void promptly(Runnable deed) {
        long begun = System.nanoTime();
        deed.run();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(PROMPT);
    }
}
