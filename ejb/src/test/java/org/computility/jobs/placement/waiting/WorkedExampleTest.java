package org.computility.jobs.placement.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.computility.jobs.placement.Sample.ONE;
import static org.computility.jobs.placement.Sample.TWO;
import static org.computility.jobs.placement.Worlds.NOW;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.computility.jobs.placement.Decision;
import org.computility.jobs.placement.Placement;
import org.computility.jobs.placement.PlacementRules;
import org.computility.jobs.placement.Places;
import org.computility.jobs.placement.Sample;
import org.computility.jobs.placement.Snapshot;
import org.computility.jobs.placement.WaitingJob;
import org.junit.jupiter.api.Test;

/** The example of docs/placement.md; ONE is Red, TWO is Blue. */
class WorkedExampleTest {

    private static final Snapshot AT_TEN = new Sample()
            .center("east", 4)
            .center("west", 8)
            .runs("R", ONE, "east", 4, Duration.ofMinutes(30))
            .waits("A", ONE, 1, 8, inTheEast())
            .waits("B", TWO, 1, 6)
            .waits("C", TWO, 1, 4, inTheEast())
            .waits("D", TWO, 1, 2, inTheEast().andThen(job -> job.withWallLimit(Duration.ofMinutes(20)))::apply)
            .now();

    @Test
    void placesBlueAndReservesForRed() {
        List<Decision> decisions = Placement.round(AT_TEN, PlacementRules.EQUAL);
        assertThat(decisions).extracting(Decision::jobId).containsExactly("B", "D");
    }

    @Test
    void tellsWhyCWaits() {
        Explanation why = WhyWaiting.explain(AT_TEN, PlacementRules.EQUAL, "C");
        CenterReason east = why.centers().get(0);
        assertThat(east.constraint()).isEqualTo(Constraint.RESERVED);
        assertThat(east.jobs()).containsExactly("A");
        assertThat(east.until()).isEqualTo(NOW.plus(Duration.ofMinutes(30)));
        assertThat(why.centers().get(1).constraint()).isEqualTo(Constraint.NOT_NAMED);
        assertThat(why.changes().get(0).steps()).containsExactly(new Step.Shorter(Duration.ofMinutes(30)));
        assertThat(why.start()).isEqualTo(NOW.plus(Duration.ofMinutes(90)));
    }

    private static UnaryOperator<WaitingJob> inTheEast() {
        return job -> job.withPlaces(Places.ANY.naming(List.of("east")));
    }
}
