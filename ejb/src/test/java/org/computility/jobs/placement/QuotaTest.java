package org.computility.jobs.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.computility.jobs.placement.Sample.ONE;
import static org.computility.jobs.placement.Sample.TWO;
import static org.computility.jobs.placement.Worlds.GIB;
import static org.computility.jobs.placement.Worlds.NOW;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.computility.jobs.placement.Decision.Placed;
import org.computility.jobs.placement.PlacementRules.ScoreWeights;
import org.computility.jobs.placement.PlacementRules.Share;
import org.junit.jupiter.api.Test;

class QuotaTest {

    @Test
    void borrowsWhatNobodyWaitsFor() {
        Sample sample = new Sample().center("c", 8).waits("job", ONE, 1, 4);
        Placed placed = (Placed) Placement.round(sample.now(), quotas(2, 8)).get(0);
        assertThat(placed.borrowed()).isTrue();
    }

    @Test
    void borrowsNothingWhereAJobWithinItsQuotaWaits() {
        Sample sample = new Sample()
                .center("c", 4)
                .runs("r", TWO, "c", 4, Duration.ZERO)
                .waits("borrower", ONE, 1, 4, job -> job.withWallLimit(Duration.ofMinutes(1)))
                .waits("entitled", TWO, 2, 2);
        assertThat(placed(sample, quotas(2, 8))).containsExactly("borrower");
        Sample fitting = new Sample()
                .center("c", 4, 0)
                .runs("r", TWO, "c", 4, Duration.ZERO)
                .waits("borrower", ONE, 1, 4, job -> job.withWallLimit(Duration.ofMinutes(1)))
                .waits("entitled", TWO, 2, 2);
        assertThat(placed(fitting, quotas(2, 8))).isEmpty();
    }

    @Test
    void reclaimsFromTheLatest() {
        Sample sample = new Sample()
                .center("c", 0)
                .runs("old", ONE, "c", 4, Duration.ofMinutes(9))
                .runs("new", ONE, "c", 4, Duration.ofMinutes(1))
                .waits("entitled", TWO, 1, 4);
        assertThat(Placement.round(sample.now(), quotas(4, 8)))
                .containsExactly(new Decision.Reclaim("entitled", List.of("new-0")));
    }

    @Test
    void reclaimsTheFewest() {
        Sample sample = new Sample()
                .center("c", 0)
                .runs("a", ONE, "c", 2, Duration.ofMinutes(1))
                .runs("b", ONE, "c", 2, Duration.ofMinutes(2))
                .runs("c", ONE, "c", 4, Duration.ofMinutes(3))
                .waits("entitled", TWO, 1, 4);
        assertThat(Placement.round(sample.now(), quotas(0, 8)))
                .containsExactly(new Decision.Reclaim("entitled", List.of("c-0")));
    }

    @Test
    void reclaimsNothingBelowAQuotaAndForNobodyAboveHis() {
        Sample sample = new Sample()
                .center("c", 0)
                .runs("r", ONE, "c", 8, Duration.ofMinutes(1))
                .waits("job", TWO, 1, 4);
        assertThat(Placement.round(sample.now(), quotas(8, 8))).isEmpty();
        assertThat(Placement.round(sample.now(), quotas(0, 3))).isEmpty();
        assertThat(Placement.round(sample.now(), quotas(0, null))).isEmpty();
    }

    @Test
    void reclaimsNoMoreWhileOthersAreStillStopping() {
        Sample sample = new Sample()
                .center("c", 0)
                .runs("r", ONE, "c", 4, Duration.ofMinutes(9))
                .task(new RunningTask(
                        "s-0", "s", ONE, new Amount(4, 0, 0), "c", "n1", true, NOW, Duration.ofHours(1), true))
                .waits("entitled", TWO, 1, 4);
        assertThat(Placement.round(sample.now(), quotas(0, 8))).isEmpty();
    }

    /** Cores that ONE and TWO are assured of; there is memory for everybody. */
    private static PlacementRules quotas(int one, Integer two) {
        Map<UUID, Share> shares = Map.of(ONE, share(one), TWO, two == null ? Share.EQUAL : share(two));
        return new PlacementRules(shares, Share.EQUAL, ScoreWeights.USUAL);
    }

    private static Share share(int cores) {
        return new Share(1, new Amount(cores, 1000 * GIB, 0));
    }

    private static List<String> placed(Sample sample, PlacementRules rules) {
        return Placement.round(sample.now(), rules).stream()
                .filter(Placed.class::isInstance)
                .map(Decision::jobId)
                .toList();
    }
}
