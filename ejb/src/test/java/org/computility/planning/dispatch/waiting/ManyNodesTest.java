package org.computility.planning.dispatch.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.computility.planning.dispatch.waiting.Situations.NOW;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The quick way to tell why an instance waits tells the same as the slow one. */
class ManyNodesTest {

    private static final int CASES = 2_000;
    private static final int NODES = 5_000;
    private static final int WAITERS = 1_000;

    @Test
    void tellsWhatTheSlowWayTells() {
        int waits = 0;
        int changed = 0;
        int starts = 0;
        for (int seed = 0; seed < CASES; seed++) {
            Situation situation = new Situations(seed, 2 + seed % 9, 3 + seed % 17).next();
            if (situation.starts()) {
                continue;
            }
            Explanation why = WhyWaiting.explain(situation);
            assertThat(why.changes()).as("%s", situation).isEqualTo(SlowWaiting.changes(situation));
            assertThat(why.start()).as("%s", situation).isEqualTo(SlowWaiting.start(situation));
            waits++;
            changed += why.changes().size();
            starts += why.start() == null ? 0 : 1;
        }
        assertThat(waits).isGreaterThan(CASES / 4);
        assertThat(changed).isGreaterThan(waits);
        assertThat(starts).isGreaterThan(waits / 20);
    }

    /** The slow way takes minutes. */
    @Test
    @Timeout(60)
    void thousandsOfNodesAreToldOfInAMoment() {
        List<Waiter> others = IntStream.range(0, WAITERS)
                .mapToObj(i -> new Waiter(new UUID(2, i), i, 9, "a", null, null))
                .toList();
        Waiter me = new Waiter(new UUID(3, 1), WAITERS, 0, "a", null, null);
        List<Spot> spots = new ArrayList<>();
        for (int i = 0; i < NODES; i++) {
            String code = "n%05d".formatted(i);
            UUID id = new UUID(1, i);
            boolean serves = i % 3 == 0;
            spots.add(
                    i % 3 == 1
                            ? Spot.bare(code, i % 2 == 0, true)
                            : new Spot(
                                    id,
                                    code,
                                    false,
                                    Set.of("a"),
                                    serves,
                                    true,
                                    true,
                                    false,
                                    2,
                                    serves ? 2 : 1,
                                    false,
                                    List.of(NOW.plusSeconds(i), NOW.plusSeconds(NODES + i))));
        }
        Explanation why = WhyWaiting.explain(new Situation(NOW, me, others, spots));

        assertThat(why.places()).hasSize(NODES);
        assertThat(why.changes().get(0).steps()).containsExactly(new Step.Stream(new UUID(1, 0)));
        assertThat(why.changes())
                .anySatisfy(change -> assertThat(change.kinds()).containsExactly(Step.Kind.LOAD));
        // Each third node frees a stream every three seconds; a thousand are before it.
        assertThat(why.start()).isEqualTo(NOW.plusSeconds(3 * WAITERS));
    }
}
