package org.computility.jobs.running.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.computility.centers.CenterFacts;
import org.junit.jupiter.api.Test;

public class SnapshotsTest {

    private static final Instant NOW = Instant.parse("2026-11-29T08:00:00Z");

    @Test
    void aCenterThatIsDownMakesNobodyLookBackToItsLastAnswer() {
        List<CenterFacts> centers =
                List.of(center(false, Duration.ofDays(30)), center(true, Duration.ofSeconds(30)), center(true, null));

        assertThat(Snapshots.since(centers, NOW)).isEqualTo(NOW.minusSeconds(30));
    }

    @Test
    void nobodyLooksBackForLong() {
        assertThat(Snapshots.since(List.of(center(true, Duration.ofDays(30))), NOW))
                .isEqualTo(NOW.minus(Duration.ofMinutes(10)));
        assertThat(Snapshots.since(List.of(), NOW)).isEqualTo(NOW);
    }

    private static CenterFacts center(boolean connected, Duration age) {
        return new CenterFacts(
                "one", "One", UUID.randomUUID(), connected, null, age == null ? null : NOW.minus(age), null);
    }
}
