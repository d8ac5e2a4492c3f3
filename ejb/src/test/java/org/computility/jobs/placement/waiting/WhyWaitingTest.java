package org.computility.jobs.placement.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.computility.jobs.placement.Sample.ONE;
import static org.computility.jobs.placement.Sample.TWO;
import static org.computility.jobs.placement.Worlds.GIB;
import static org.computility.jobs.placement.Worlds.NOW;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.computility.jobs.placement.Amount;
import org.computility.jobs.placement.CenterRoom;
import org.computility.jobs.placement.PlacementRules;
import org.computility.jobs.placement.PlacementRules.ScoreWeights;
import org.computility.jobs.placement.PlacementRules.Share;
import org.computility.jobs.placement.Places;
import org.computility.jobs.placement.Sample;
import org.computility.jobs.placement.Unfit;
import org.computility.jobs.placement.WaitingJob;
import org.computility.jobs.placement.waiting.CenterReason.Shortage;
import org.junit.jupiter.api.Test;

class WhyWaitingTest {

    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    @Test
    void saysHowManyCoresEachNodeIsShortOf() {
        Explanation why = explain(new Sample()
                .center("c", 1, 2)
                .runs("r", TWO, "c", 7, HALF_AN_HOUR)
                .waits("job", ONE, 1, 4));
        CenterReason reason = why.centers().get(0);
        assertThat(reason.constraint()).isEqualTo(Constraint.SHORT);
        assertThat(reason.shortages()).containsExactly(new Shortage("n2", cores(2)), new Shortage("n1", cores(3)));
        assertThat(why.changes().get(0).steps()).containsExactly(new Step.Free("c", "n2", cores(2)));
        assertThat(why.start()).isEqualTo(NOW.plus(HALF_AN_HOUR));
    }

    @Test
    void saysThatNoNodeWillEverDo() {
        Explanation why = explain(new Sample().center("c", 8).waits("job", ONE, 1, 9));
        assertThat(constraints(why)).containsExactly(Constraint.NEVER_FITS);
        assertThat(why.changes()).isEmpty();
        assertThat(why.start()).isNull();
    }

    @Test
    void namesANodeFewer() {
        Explanation why = explain(new Sample().center("c", 8, 8).waits("job", ONE, 3, 4));
        assertThat(constraints(why)).containsExactly(Constraint.NEVER_FITS);
        assertThat(why.changes().get(0).steps()).containsExactly(new Step.FewerNodes(1));
    }

    @Test
    void namesACenterToo() {
        Explanation why = explain(new Sample().center("a", 8).center("b", 8).waits("job", ONE, 2, 4, named("a")));
        assertThat(constraints(why)).containsExactly(Constraint.NEVER_FITS, Constraint.NOT_NAMED);
        assertThat(why.changes().get(0).steps()).containsExactly(new Step.CenterToo("b"));
    }

    @Test
    void namesTheCenterThatIsNotConnected() {
        CenterRoom away = new CenterRoom("a", false, List.of(Sample.withAccelerators("n", 0)), Set.of());
        Explanation why = explain(new Sample().center(away).waits("job", ONE, 1, 4));
        assertThat(constraints(why)).containsExactly(Constraint.NOT_CONNECTED);
        assertThat(why.changes().get(0).steps()).containsExactly(new Step.Connect("a"));
        assertThat(why.start()).isNull();
    }

    @Test
    void saysThatTheImageIsElsewhere() {
        Places elsewhere = new Places(List.of("a"), Set.of("b"), Set.of(), Map.of(), Set.of());
        Explanation why =
                explain(new Sample().center("a", 8).waits("job", ONE, 1, 4, job -> job.withPlaces(elsewhere)));
        assertThat(constraints(why)).containsExactly(Constraint.IMAGE_ELSEWHERE);
        assertThat(why.changes().get(0).steps()).containsExactly(new Step.ImageToo("a"));
    }

    @Test
    void saysWhyACenterCanNeverRunIt() {
        for (Unfit why : Unfit.values()) {
            Places unfit = new Places(List.of(), Set.of("a"), Set.of(), Map.of(), Set.of(), Map.of("a", why));
            Explanation explanation =
                    explain(new Sample().center("a", 8).waits("job", ONE, 1, 4, job -> job.withPlaces(unfit)));
            assertThat(constraints(explanation)).containsExactly(Constraint.valueOf(why.name()));
            assertThat(explanation.changes())
                    .as("nothing that people grant helps")
                    .isEmpty();
        }
    }

    @Test
    void saysWhoWasBefore() {
        Explanation why =
                explain(new Sample().center("c", 8).waits("before", TWO, 1, 6).waits("job", ONE, 1, 4));
        assertThat(constraints(why)).containsExactly(Constraint.BEHIND);
        assertThat(why.centers().get(0).jobs()).containsExactly("before");
        assertThat(why.changes().get(0).steps()).containsExactly(new Step.First());
        assertThat(why.start()).isEqualTo(NOW.plus(Duration.ofHours(1)));
    }

    @Test
    void saysForWhomTheRoomIsReservedAndHowLongTheJobMayTake() {
        Explanation why = explain(new Sample()
                .center("c", 4)
                .runs("r", TWO, "c", 4, HALF_AN_HOUR)
                .waits("great", TWO, 1, 8)
                .waits("great2", ONE, 1, 8)
                .waits("job", ONE, 1, 4));
        CenterReason reason = why.centers().get(0);
        assertThat(reason.constraint()).isEqualTo(Constraint.RESERVED);
        assertThat(reason.jobs()).containsExactly("great2");
        assertThat(reason.until()).isEqualTo(NOW.plus(HALF_AN_HOUR));
        assertThat(why.changes().get(0).steps()).containsExactly(new Step.Shorter(HALF_AN_HOUR));
    }

    @Test
    void saysWhoKeepsItFromBorrowingAndHowMuchQuotaItLacks() {
        Share share = new Share(1, new Amount(2, GIB, 0));
        PlacementRules rules = new PlacementRules(Map.of(ONE, share), Share.EQUAL, ScoreWeights.USUAL);
        Sample sample = new Sample()
                .center("c", 4, 0)
                .runs("r", TWO, "c", 4, Duration.ZERO)
                .waits("entitled", TWO, 2, 8)
                .waits("job", ONE, 1, 4, job -> job.withWallLimit(Duration.ofMinutes(1)));
        Explanation why = WhyWaiting.explain(sample.now(), rules, "job");
        assertThat(constraints(why)).containsExactly(Constraint.QUOTA);
        assertThat(why.centers().get(0).jobs()).containsExactly("entitled");
        assertThat(why.changes().get(0).steps()).containsExactly(new Step.MoreQuota(cores(2)));
    }

    @Test
    void saysWhichNamedCenterCouldDoItsPart() {
        Explanation why = explain(new Sample()
                .center("a", 8)
                .center("b", 2)
                .runs("r", TWO, "b", 6, HALF_AN_HOUR)
                .waits("job", ONE, 2, 4, named("a", "b")));
        assertThat(constraints(why)).containsExactly(Constraint.OTHER_CENTER, Constraint.SHORT);
        assertThat(why.changes().get(0).steps()).containsExactly(new Step.Free("b", "n1", cores(2)));
    }

    @Test
    void hasNothingToExplainWhereTheJobIsPlaced() {
        Explanation why = explain(new Sample().center("c", 8).waits("job", ONE, 1, 4));
        assertThat(why.placed()).isTrue();
        assertThat(constraints(why)).containsExactly(Constraint.NONE);
        assertThat(why.changes()).isEmpty();
        assertThat(why.start()).isEqualTo(NOW);
    }

    private static Explanation explain(Sample sample) {
        return WhyWaiting.explain(sample.now(), PlacementRules.EQUAL, "job");
    }

    private static List<Constraint> constraints(Explanation why) {
        return why.centers().stream().map(CenterReason::constraint).toList();
    }

    private static UnaryOperator<WaitingJob> named(String... centers) {
        return job -> job.withPlaces(Places.ANY.naming(List.of(centers)));
    }

    private static Amount cores(int cores) {
        return new Amount(cores, 0, 0);
    }
}
