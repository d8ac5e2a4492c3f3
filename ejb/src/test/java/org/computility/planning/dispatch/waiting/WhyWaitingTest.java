package org.computility.planning.dispatch.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.computility.planning.dispatch.waiting.Situations.NOW;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.computility.planning.dispatch.waiting.SpotReason.Constraint;
import org.junit.jupiter.api.Test;

class WhyWaitingTest {

    private static final UUID SERVICE = new UUID(1, 1);
    private static final UUID OTHER = new UUID(1, 2);
    private static final Waiter ME = new Waiter(new UUID(2, 1), 5, 3, "a", null, null);

    @Test
    void saysThatNobodyHasLoadedTheCapability() {
        Explanation why = explain(ME, List.of(), Spot.bare("n1", true, true));
        assertThat(constraints(why)).containsExactly(Constraint.NO_SERVICE);
        assertThat(why.changes().get(0).steps()).containsExactly(new Step.Load("n1"));
        assertThat(why.start()).isNull();
    }

    @Test
    void saysThatAllStreamsAreInUseAndWhenOneIsFree() {
        Explanation why = explain(ME, List.of(), service(1, 1, NOW.plusSeconds(20)));
        assertThat(constraints(why)).containsExactly(Constraint.FULL);
        assertThat(why.changes().get(0).steps()).containsExactly(new Step.Stream(SERVICE));
        assertThat(why.start()).isEqualTo(NOW.plusSeconds(20));
    }

    @Test
    void whoComesFirstGetsWhatIsFreeFirst() {
        Waiter first = new Waiter(new UUID(2, 2), 9, 7, "a", null, null);
        Explanation why = explain(ME, List.of(first), service(2, 1, NOW.plusSeconds(20)));
        assertThat(why.places().get(0).instances()).containsExactly(first.id());
        assertThat(constraints(why)).containsExactly(Constraint.BEHIND);
        assertThat(why.changes().get(0).steps()).containsExactly(new Step.Priority(7));
        assertThat(why.start()).isEqualTo(NOW.plusSeconds(20));
    }

    @Test
    void saysWhatIsWrongWithNodes() {
        Spot offline = new Spot(OTHER, "n2", false, Set.of("a"), false, true, true, false, 1, 0, false, List.of());
        assertThat(constraints(explain(ME, List.of(), offline))).containsExactly(Constraint.OFFLINE);
        Spot silent = new Spot(OTHER, "n2", false, Set.of("a"), true, false, true, false, 1, 0, false, List.of());
        assertThat(constraints(explain(ME, List.of(), silent))).containsExactly(Constraint.AVOIDED);
        Spot broken = new Spot(OTHER, "n2", false, Set.of("a"), true, true, false, false, 1, 0, false, List.of());
        assertThat(constraints(explain(ME, List.of(), broken))).containsExactly(Constraint.NOT_RUNNING);
        assertThat(explain(ME, List.of(), broken).changes().get(0).steps()).containsExactly(new Step.Run(OTHER));
    }

    @Test
    void aPinKeepsItFromOthers() {
        Waiter pinned = new Waiter(ME.id(), 5, 3, "a", null, OTHER);
        Explanation why = explain(pinned, List.of(), service(1, 0));
        assertThat(constraints(why)).containsExactly(Constraint.NOT_PINNED);
        assertThat(why.changes().get(0).steps()).containsExactly(new Step.AnyService());
    }

    @Test
    void aNodeThatTakesTasksDirectlyIsNoneForWhoDoesNotNameIt() {
        Spot camera = Spot.direct("n1", true, true, false);
        assertThat(constraints(explain(ME, List.of(), camera))).containsExactly(Constraint.OTHER_DEVICE);
        assertThat(explain(ME, List.of(), camera).startsNext()).isFalse();
        assertThat(explain(ME, List.of(), camera, service(1, 1))
                        .changes()
                        .get(0)
                        .steps())
                .containsExactly(new Step.Stream(SERVICE));

        Waiter own = new Waiter(ME.id(), 5, 3, "a", "n1", null);
        assertThat(explain(own, List.of(), camera).startsNext()).isTrue();
        Explanation silent = explain(own, List.of(), Spot.direct("n1", true, false, false));
        assertThat(constraints(silent)).containsExactly(Constraint.AVOIDED);
        assertThat(silent.changes().get(0).steps()).containsExactly(new Step.Answers("n1"));
    }

    /** Its stream is free then. */
    @Test
    void whoComesFirstAndGoesToItsOwnDeviceLeavesItsRoom() {
        Waiter first = new Waiter(new UUID(2, 2), 9, 7, "a", "n2", null);
        Explanation why = explain(ME, List.of(first), service(1, 0), Spot.direct("n2", false, true, false));
        assertThat(why.changes().stream().map(Change::steps)).contains(List.of(new Step.Answers("n2")));
    }

    @Test
    void whatStartsNextNeedsNothing() {
        Explanation why = explain(ME, List.of(), service(1, 0));
        assertThat(why.startsNext()).isTrue();
        assertThat(why.changes()).isEmpty();
        assertThat(why.start()).isEqualTo(NOW);
        assertThat(constraints(why)).containsExactly(Constraint.NONE);
    }

    private static Explanation explain(Waiter me, List<Waiter> others, Spot... spots) {
        return WhyWaiting.explain(new Situation(NOW, me, others, List.of(spots)));
    }

    private static Spot service(int slots, int taken, Instant... ends) {
        return new Spot(SERVICE, "n1", false, Set.of("a"), true, true, true, false, slots, taken, false, List.of(ends));
    }

    private static List<Constraint> constraints(Explanation why) {
        return why.places().stream().map(SpotReason::constraint).toList();
    }
}
