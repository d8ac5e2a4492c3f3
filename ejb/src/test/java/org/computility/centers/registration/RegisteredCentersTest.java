package org.computility.centers.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.computility.centers.registration.RegistrationForTests.NOW;
import static org.computility.centers.registration.RegistrationForTests.center;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.computility.connector.jobs.Accelerators;
import org.computility.connector.jobs.JobCapacity;
import org.computility.connector.jobs.NodeCapacity;
import org.computility.identity.Role;
import org.computility.trading.MarketForTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What probes see is kept, whoever changes the center meanwhile. */
class RegisteredCentersTest {

    private static final JobCapacity SOME = new JobCapacity(
            "ARM",
            1L << 40,
            List.of(
                    new NodeCapacity("n1", 8, 3, 100, 50, new Accelerators("NPU", "P", 8, 7), 2),
                    new NodeCapacity("n2", 8, 8, 100, 100, null, 0)));

    private final MarketForTests database = new MarketForTests();

    @TempDir
    Path folder;

    private RegistrationForTests room;
    private RegisteredCenters centers;

    @BeforeEach
    void aCenter() {
        room = new RegistrationForTests(database, folder);
        centers = room.registered;
        database.open("admin", database.organisation(), Role.ADMINISTRATOR);
        database.be("admin");
        database.sessions.commit(() -> room.registration.register(center("here")));
    }

    @Test
    void whatACenterSaysIsKeptWhole() {
        assertThat(record(Sight.answered(address(), SOME, NOW))).isFalse();

        CenterView seen = centers.find("here").orElseThrow();
        assertThat(seen.capacity()).isEqualTo(SOME);
        assertThat(seen.connected()).isTrue();
        assertThat(seen.reason()).isNull();
        assertThat(seen.probedAt()).isEqualTo(NOW);
        assertThat(seen.processorType()).isEqualTo("NPU");
    }

    @Test
    void aCenterThatFailsKeepsWhatItLastSaid() {
        record(Sight.answered(address(), SOME, NOW));

        assertThat(record(Sight.failed(address(), "x".repeat(600), NOW.plusSeconds(5))))
                .isTrue();

        CenterView seen = centers.find("here").orElseThrow();
        assertThat(seen.connected()).isFalse();
        assertThat(seen.reason()).hasSize(500);
        assertThat(seen.capacity()).isEqualTo(SOME);
        assertThat(seen.probedAt()).isEqualTo(NOW);
        assertThat(seen.triedAt()).isEqualTo(NOW.plusSeconds(5));
    }

    @Test
    void aProbeAndAChangeDoNotUndoEachOther() {
        CenterAddress asked = address();
        record(Sight.answered(asked, SOME, NOW));
        database.sessions.commit(() ->
                room.registration.change("here", new CenterChange("Other", null, null, null, null, null, null, null)));

        assertThat(centers.find("here").orElseThrow().capacity()).isEqualTo(SOME);
        assertThat(centers.find("here").orElseThrow().name()).isEqualTo("Other");
        assertThat(database.sessions.commit(() -> centers.record(Sight.failed(asked, "old", NOW))))
                .as("another registration was asked")
                .isEmpty();
    }

    @Test
    void anOlderSightDoesNotReplaceALaterOne() {
        record(Sight.answered(address(), SOME, NOW.plusSeconds(9)));

        assertThat(database.sessions.commit(() -> centers.record(Sight.failed(address(), "late", NOW))))
                .isEmpty();
    }

    @Test
    void aCenterIsDueOnOneServer() {
        Instant next = NOW.plusSeconds(15);
        assertThat(claim(NOW, next)).containsExactly("here");
        assertThat(claim(NOW, next)).isEmpty();
        assertThat(claim(next.minusMillis(1), next)).isEmpty();
        assertThat(claim(next, next.plusSeconds(15))).containsExactly("here");
    }

    private List<String> claim(Instant now, Instant next) {
        return database.sessions.commit(() -> List.copyOf(centers.claimDue(now, next, 10)));
    }

    private boolean record(Sight sight) {
        return database.sessions.commit(() -> centers.record(sight)).orElseThrow();
    }

    private CenterAddress address() {
        return centers.address("here").orElseThrow();
    }
}
