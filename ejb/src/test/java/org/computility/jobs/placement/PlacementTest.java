package org.computility.jobs.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.computility.jobs.placement.Sample.ONE;
import static org.computility.jobs.placement.Sample.THREE;
import static org.computility.jobs.placement.Sample.TWO;
import static org.computility.jobs.placement.Sample.withPriority;
import static org.computility.jobs.placement.Worlds.GIB;
import static org.computility.jobs.placement.Worlds.NOW;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.computility.connector.jobs.Accelerators;
import org.computility.jobs.placement.Decision.Place;
import org.computility.jobs.placement.Decision.Placed;
import org.computility.jobs.placement.PlacementRules.ScoreWeights;
import org.computility.jobs.placement.PlacementRules.Share;
import org.junit.jupiter.api.Test;

class PlacementTest {

    @Test
    void placesAllTasksOfAJobOrNone() {
        Sample sample =
                new Sample().center("c", 4, 4, 3).waits("three", ONE, 3, 4).waits("two", ONE, 2, 4, shortly());
        assertThat(placed(sample)).containsExactly("two");
    }

    @Test
    void givesEachTaskANodeOfItsOwn() {
        Placed placed = only(new Sample().center("c", 8, 8).waits("job", ONE, 2, 1));
        assertThat(placed.tasks()).containsExactly(new Place("c", "n1"), new Place("c", "n2"));
    }

    @Test
    void fillsTheFullestNodeFirst() {
        assertThat(only(new Sample().center("c", 8, 3, 5).waits("job", ONE, 1, 3))
                        .tasks())
                .containsExactly(new Place("c", "n2"));
    }

    @Test
    void sparesAcceleratorsForJobsThatNeedThem() {
        CenterRoom center = new CenterRoom(
                "c", true, List.of(Sample.withAccelerators("a", 2), Sample.withAccelerators("b", 0)), Set.of());
        assertThat(only(new Sample().center(center).waits("job", ONE, 1, 8)).tasks())
                .containsExactly(new Place("c", "b"));
        Accelerators any = new Accelerators("gpu", "", 2, 16 * GIB);
        assertThat(only(new Sample().center(center).waits("job", ONE, 1, 1, job -> Sample.asking(job, any)))
                        .tasks())
                .containsExactly(new Place("c", "a"));
        Accelerators larger = new Accelerators("GPU", "", 2, 17 * GIB);
        assertThat(placed(new Sample().center(center).waits("job", ONE, 1, 1, job -> Sample.asking(job, larger))))
                .isEmpty();
    }

    @Test
    void spreadsTasksEvenlyOverNamedCentersAndOneMoreAtTheFirst() {
        Placed placed = only(new Sample().center("a", 8, 8).center("b", 8, 8).waits("job", ONE, 3, 8, at("b", "a")));
        assertThat(placed.tasks()).containsExactly(new Place("b", "n1"), new Place("b", "n2"), new Place("a", "n1"));
    }

    @Test
    void takesTheCheapestCenterAndShowsTheScores() {
        PlacementRules rules = new PlacementRules(Map.of(), Share.EQUAL, new ScoreWeights(0, 1, 0, 0));
        Sample sample =
                new Sample().center("a", 8).center("b", 8).center("c", 8).waits("job", ONE, 1, 1, prices());
        Placed placed = (Placed) Placement.round(sample.now(), rules).get(0);
        assertThat(placed.tasks()).containsExactly(new Place("b", "n1"));
        assertThat(placed.scores()).extracting(CenterScore::centerId).containsExactly("b", "a", "c");
        assertThat(placed.scores()).extracting(CenterScore::price).containsExactly(1000, 500, 0);
    }

    @Test
    void takesTheCenterThatHoldsTheData() {
        CenterRoom near = new CenterRoom("near", true, List.of(Sample.withAccelerators("n", 0)), Set.of("d1", "d2"));
        Places reading = new Places(List.of(), null, Set.of("d1", "d2", "d3"), Map.of(), Set.of());
        Placed placed = only(
                new Sample().center("far", 1).center(near).waits("job", ONE, 1, 1, job -> job.withPlaces(reading)));
        assertThat(placed.tasks()).extracting(Place::centerId).containsExactly("near");
        assertThat(placed.scores().get(0).data()).isEqualTo(666);
    }

    @Test
    void servesTheOrganisationThatUsesLeast() {
        Sample sample = new Sample()
                .center("c", 4)
                .runs("r", ONE, "c", 4, Duration.ofMinutes(5))
                .waits("early", ONE, 1, 4)
                .waits("late", TWO, 1, 4);
        assertThat(placed(sample)).containsExactly("late");
    }

    @Test
    void countsTheGreatestPartOfAnyResource() {
        // ONE uses an eighth of the cores and half the memory, TWO a quarter of the cores.
        Sample sample = new Sample()
                .center("c", 5)
                .task(new RunningTask("r1", "r1", ONE, new Amount(1, 32 * GIB, 0), "c", "n1", true, NOW, HOUR, false))
                .task(new RunningTask("r2", "r2", TWO, new Amount(2, 0, 0), "c", "n1", true, NOW, HOUR, false))
                .waits("early", ONE, 1, 5)
                .waits("late", TWO, 1, 5);
        assertThat(placed(sample)).containsExactly("late");
    }

    @Test
    void dividesTheShareByTheWeight() {
        Sample sample = new Sample()
                .center("c", 1)
                .runs("r1", ONE, "c", 4, Duration.ZERO)
                .runs("r2", TWO, "c", 3, Duration.ZERO)
                .waits("early", TWO, 1, 1)
                .waits("late", ONE, 1, 1);
        assertThat(placed(sample)).containsExactly("early");
        PlacementRules rules = new PlacementRules(Map.of(ONE, new Share(2, null)), Share.EQUAL, ScoreWeights.USUAL);
        assertThat(placed(sample, rules)).containsExactly("late");
    }

    @Test
    void takesThePriorityFirstWithinAnOrganisationOnly() {
        Sample sample = new Sample()
                .center("c", 6)
                .waits("first", TWO, 1, 2, job -> withPriority(job, 0))
                .waits("plain", ONE, 1, 2)
                .waits("urgent", ONE, 1, 2, job -> withPriority(job, 9));
        assertThat(placed(sample)).containsExactly("first", "urgent", "plain");
    }

    @Test
    void aGreatJobIsNotOvertakenByJobsThatWouldDelayIt() {
        // In half an hour n1 is free for the great job.
        Sample sample = new Sample()
                .center("c", 4)
                .runs("r", THREE, "c", 4, Duration.ofMinutes(30))
                .waits("great", ONE, 1, 8)
                .waits("long", TWO, 1, 4)
                .waits("short", TWO, 1, 2, shortly());
        assertThat(placed(sample)).containsExactly("short");
    }

    @Test
    void reckonsWithTasksThatTheCenterDoesNotTellOfYet() {
        Sample sample = new Sample()
                .center("c", 8)
                .task(new RunningTask("t", "j", ONE, new Amount(6, 0, 0), "c", null, false, NOW, HOUR, false))
                .waits("job", ONE, 1, 4);
        assertThat(placed(sample)).isEmpty();
    }

    @Test
    void placesNothingWhereNobodyIsConnected() {
        Snapshot snapshot = new Sample().center("c", 8).waits("job", ONE, 1, 1).now();
        assertThat(Placement.round(
                        snapshot.withCenter("c", c -> new CenterRoom("c", false, c.nodes(), c.datasets())),
                        PlacementRules.EQUAL))
                .isEmpty();
    }

    private static final Duration HOUR = Duration.ofHours(1);

    private static UnaryOperator<WaitingJob> shortly() {
        return job -> job.withWallLimit(Duration.ofMinutes(1));
    }

    private static UnaryOperator<WaitingJob> at(String... centers) {
        return job -> job.withPlaces(Places.ANY.naming(List.of(centers)));
    }

    private static UnaryOperator<WaitingJob> prices() {
        Map<String, BigDecimal> prices = Map.of("a", BigDecimal.TEN, "b", BigDecimal.valueOf(5));
        return job -> job.withPlaces(new Places(List.of(), null, Set.of(), prices, Set.of()));
    }

    private static Placed only(Sample sample) {
        List<Decision> decisions = Placement.round(sample.now(), PlacementRules.EQUAL);
        assertThat(decisions).hasSize(1);
        return (Placed) decisions.get(0);
    }

    private static List<String> placed(Sample sample) {
        return placed(sample, PlacementRules.EQUAL);
    }

    private static List<String> placed(Sample sample, PlacementRules rules) {
        Stream<Decision> decisions = Placement.round(sample.now(), rules).stream();
        return decisions.filter(Placed.class::isInstance).map(Decision::jobId).toList();
    }
}
