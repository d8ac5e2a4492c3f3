package org.computility.planning.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MatchingTest {

    private static final long SECOND = 1_000_000;
    private static final Tolerance EXACT = new Tolerance(0, 0.5);

    @Test
    void aFindingTakesOneEventAndAnEventOneFinding() {
        List<TrueEvent> truth = List.of(event(1, 9, null), event(20, 20, null));

        assertThat(Matching.of(truth, found(1, 5, 9, 15, 21), new Tolerance(0, null)))
                .isEqualTo(new Tally(1, 2, 2, 1));
        assertThat(Matching.of(truth, found(1, 5, 9, 15, 21), new Tolerance(1, null)))
                .as("a second later is in time")
                .isEqualTo(new Tally(2, 2, 1, 0));
        assertThat(Matching.of(truth, List.of(), EXACT)).isEqualTo(new Tally(0, 0, 0, 2));
    }

    /** The finding at 5 fits both; if it took the event that ends later, the next one would fit none that is free. */
    @Test
    void ofEventsThatFitAlikeTheFirstToEndIsTaken() {
        List<TrueEvent> truth = List.of(event(1, 9, null), event(1, 6, null));

        assertThat(Matching.of(truth, found(5, 8), new Tolerance(0, null))).isEqualTo(new Tally(2, 0, 0, 0));
    }

    @Test
    void namesTellEventsApart() {
        List<TrueEvent> truth =
                List.of(new TrueEvent("gate", "E", "car", 0, 0, null), new TrueEvent(null, null, null, 0, 0, null));

        assertThat(tally(truth, new Finding("gate", "E", "car", 0, null)).matched())
                .isEqualTo(1);
        assertThat(tally(truth, new Finding("gate", "E", "car", 0, null), new Finding("yard", "F", "bus", 0, null)))
                .isEqualTo(new Tally(2, 0, 0, 0));
        assertThat(tally(
                        truth.subList(0, 1),
                        new Finding("yard", "E", "car", 0, null),
                        new Finding("gate", null, "car", 0, null),
                        new Finding(null, "E", "car", 0, null),
                        new Finding("gate", "E", "bus", 0, null)))
                .isEqualTo(new Tally(0, 0, 4, 1));
    }

    @Test
    void ofBoxesTheOneThatOverlapsMostIsTaken() {
        Box left = new Box(0, 0, 0.4, 0.4);
        Box right = new Box(0.1, 0, 0.4, 0.4);
        List<TrueEvent> truth = List.of(event(0, 5, left), event(0, 9, right));

        assertThat(left.overlap(right)).isCloseTo(0.6, within(1e-9));
        assertThat(tally(truth, at(1, right), at(2, left))).isEqualTo(new Tally(2, 0, 0, 0));
        assertThat(tally(truth, at(1, right), at(7, left)))
                .as("right takes its own, though left's time ends first")
                .isEqualTo(new Tally(1, 1, 0, 1));
        assertThat(tally(truth, at(1, new Box(0.6, 0.6, 0.1, 0.1)))).isEqualTo(new Tally(0, 0, 1, 2));
        assertThat(tally(truth, at(1, null))).as("it does not say where").isEqualTo(new Tally(1, 0, 0, 1));
    }

    @Test
    void sharesAreAbsentWhereTheyAreNotDefined() {
        Tally nothing = new Tally(0, 0, 0, 2);
        assertThat(nothing.precision()).isNull();
        assertThat(nothing.recall()).isZero();
        assertThat(nothing.f1()).isNull();
        assertThat(new Tally(0, 0, 1, 2).f1()).isZero();
        assertThat(new Tally(3, 9, 1, 0).precision()).isEqualTo(0.75);
        assertThat(new Tally(2, 0, 1, 0).f1()).isEqualTo(0.8);
    }

    /** Names, boxes and times that often meet: the same tally as by the sentence in the Javadoc, taken literally. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void anyTruthIsMatchedAsTheSentenceSays(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            Tolerance tolerance = new Tolerance(random.nextInt(3), random.nextInt(4) * 0.25);
            List<TrueEvent> truth = truth(random, true);
            List<Finding> findings = findings(random, true);

            assertThat(Matching.of(truth, findings, tolerance))
                    .as("seed %d, round %d: %s against %s", seed, round, findings, truth)
                    .isEqualTo(literally(truth, findings, tolerance));
        }
    }

    /** Where nothing but time tells events apart, no other way to pair them off matches more. */
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void byTimeAloneNothingMatchesMore(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            Tolerance tolerance = new Tolerance(random.nextInt(2), null);
            List<TrueEvent> truth = truth(random, false);
            List<Finding> findings = findings(random, false);

            assertThat(Matching.of(truth, findings, tolerance).matched())
                    .as("seed %d, round %d: %s against %s", seed, round, findings, truth)
                    .isEqualTo(most(truth, findings, 0, new HashSet<>(), tolerance));
        }
    }

    private static List<TrueEvent> truth(Random random, boolean named) {
        List<TrueEvent> truth = new ArrayList<>();
        for (int i = random.nextInt(6); i >= 0; i--) {
            long from = random.nextInt(12) * SECOND;
            long to = from + random.nextInt(5) * SECOND;
            truth.add(new TrueEvent(
                    named ? name(random) : null,
                    named ? name(random) : null,
                    named ? name(random) : null,
                    from,
                    to,
                    named ? box(random) : null));
        }
        return truth;
    }

    private static List<Finding> findings(Random random, boolean named) {
        List<Finding> findings = new ArrayList<>();
        for (int i = random.nextInt(8); i > 0; i--) {
            findings.add(new Finding(
                    named ? name(random) : null,
                    named ? name(random) : null,
                    named ? name(random) : null,
                    random.nextInt(18) * SECOND,
                    named ? box(random) : null));
        }
        return findings;
    }

    private static String name(Random random) {
        return random.nextInt(3) == 0 ? null : random.nextInt(5) == 0 ? "b" : "a";
    }

    private static Box box(Random random) {
        return random.nextInt(4) == 0 ? null : new Box(random.nextInt(3) * 0.1, random.nextInt(2) * 0.1, 0.4, 0.3);
    }

    /** Every finding looks at every event. */
    private static Tally literally(List<TrueEvent> truth, List<Finding> findings, Tolerance tolerance) {
        Set<Integer> taken = new HashSet<>();
        int repeated = 0;
        List<Finding> byTime = new ArrayList<>(findings);
        byTime.sort(Comparator.comparingLong(Finding::at));
        for (Finding finding : byTime) {
            List<Integer> fitting = fitting(truth, finding, tolerance);
            List<Integer> free =
                    fitting.stream().filter(i -> !taken.contains(i)).toList();
            if (free.isEmpty()) {
                repeated += fitting.isEmpty() ? 0 : 1;
            } else {
                taken.add(free.stream()
                        .min(Comparator.<Integer>comparingDouble(
                                        i -> -truth.get(i).fit(finding, tolerance.overlap()))
                                .thenComparingLong(i -> truth.get(i).to())
                                .thenComparingInt(i -> i))
                        .orElseThrow());
            }
        }
        int matched = taken.size();
        return new Tally(matched, repeated, findings.size() - matched - repeated, truth.size() - matched);
    }

    private static List<Integer> fitting(List<TrueEvent> truth, Finding finding, Tolerance tolerance) {
        List<Integer> fitting = new ArrayList<>();
        for (int i = 0; i < truth.size(); i++) {
            TrueEvent event = truth.get(i);
            boolean there = event.deviceId() == null || event.deviceId().equals(finding.deviceId());
            boolean inTime = finding.at() >= event.from() - tolerance.micros()
                    && finding.at() <= event.to() + tolerance.micros();
            double least = tolerance.overlap() == null ? 0 : tolerance.overlap();
            if (there && inTime && event.fit(finding, least) >= 0) {
                fitting.add(i);
            }
        }
        return fitting;
    }

    /** The best of all ways to give each finding, from that one on, a free event or none. */
    private static int most(
            List<TrueEvent> truth, List<Finding> findings, int place, Set<Integer> taken, Tolerance tolerance) {
        if (place == findings.size()) {
            return 0;
        }
        int best = most(truth, findings, place + 1, taken, tolerance);
        for (int event : fitting(truth, findings.get(place), tolerance)) {
            if (taken.add(event)) {
                best = Math.max(best, 1 + most(truth, findings, place + 1, taken, tolerance));
                taken.remove(event);
            }
        }
        return best;
    }

    private static Tally tally(List<TrueEvent> truth, Finding... findings) {
        return Matching.of(truth, List.of(findings), EXACT);
    }

    private static TrueEvent event(long from, long to, Box box) {
        return new TrueEvent(null, null, null, from * SECOND, to * SECOND, box);
    }

    private static Finding at(long second, Box box) {
        return new Finding(null, null, null, second * SECOND, box);
    }

    private static List<Finding> found(long... seconds) {
        List<Finding> findings = new ArrayList<>();
        for (long second : seconds) {
            findings.add(at(second, null));
        }
        return findings;
    }
}
