package org.computility.jobs.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random workloads: the engine decides as the oracle does, and never breaks a promise. */
class OracleTest {

    private static final int WORLDS = 1200;

    @Test
    void decidesAsTheOracleDoes() {
        int placed = 0;
        int reclaimed = 0;
        for (int seed = 0; seed < WORLDS; seed++) {
            Worlds worlds = new Worlds(seed);
            PlacementRules rules = worlds.rules();
            Snapshot snapshot = worlds.snapshot(8);
            Oracle oracle = new Oracle(snapshot, rules);
            List<Decision> expected = new ArrayList<>(oracle.run());
            placed += expected.size();
            List<Decision.Reclaim> reclaims = new ReclaimOracle(oracle).run();
            reclaimed += reclaims.size();
            expected.addAll(reclaims);
            assertThat(withoutScores(Placement.round(snapshot, rules)))
                    .as("world %d: %s under %s", seed, snapshot, rules)
                    .isEqualTo(expected);
        }
        assertThat(placed).isGreaterThan(WORLDS / 2);
        assertThat(reclaimed).isGreaterThan(WORLDS / 60);
    }

    private static List<Decision> withoutScores(List<Decision> decisions) {
        return decisions.stream()
                .map(decision -> decision instanceof Decision.Placed placed
                        ? new Decision.Placed(placed.jobId(), placed.tasks(), placed.borrowed(), List.of())
                        : decision)
                .toList();
    }

    @Test
    void theOrderInWhichThingsAreListedDoesNotMatter() {
        for (int seed = 0; seed < WORLDS / 10; seed++) {
            Worlds worlds = new Worlds(seed);
            PlacementRules rules = worlds.rules();
            Snapshot snapshot = worlds.snapshot(8);
            Random random = new Random(seed);
            Snapshot shuffled = new Snapshot(
                    snapshot.at(),
                    shuffled(snapshot.centers(), random),
                    shuffled(snapshot.waiting(), random),
                    shuffled(snapshot.running(), random));
            assertThat(Placement.round(shuffled, rules)).isEqualTo(Placement.round(snapshot, rules));
        }
    }

    private static <T> List<T> shuffled(List<T> list, Random random) {
        List<T> other = new ArrayList<>(list);
        Collections.shuffle(other, random);
        return other;
    }
}
