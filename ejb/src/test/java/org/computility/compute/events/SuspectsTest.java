package org.computility.compute.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.computility.compute.events.Suspects.Probe;
import org.computility.compute.events.Suspects.Verdict;
import org.computility.connector.accelerator.Door;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SuspectsTest {

    private static final Instant LOST = Instant.parse("2026-11-30T08:00:00Z");

    private final Suspects suspects = new Suspects();
    private final List<String> probed = new ArrayList<>();

    @BeforeEach
    void lose() {
        suspects.opened("a");
        suspects.opened("b");
        suspects.lost("a", LOST);
    }

    @Test
    void threeRefusalsInSuccessionAreADeathAfterFiveRounds() {
        assertThat(rounds(4, Door.SHUT)).isEmpty();
        assertThat(probed).containsExactly("a", "a");

        assertThat(rounds(1, Door.SHUT)).containsExactly(Map.entry("a", Verdict.DEAD));
    }

    /** A program that is about to stop still accepts, and its stream is told to be lost once only. */
    @Test
    void anAnswerBeginsTheCountAnewAndDoesNotEndTheSuspicion() {
        rounds(4, Door.SHUT);
        assertThat(rounds(1, Door.OPEN)).isEmpty();

        assertThat(rounds(5, Door.SHUT)).isEmpty();
        assertThat(rounds(1, Door.SHUT)).containsExactly(Map.entry("a", Verdict.DEAD));
    }

    @Test
    void whoAnswersIsProbedUntilItsStreamOpensButNotForEver() {
        rounds(Suspects.ANSWERING_FOR - 1, Door.OPEN);
        probed.clear();
        rounds(2, Door.OPEN);
        assertThat(probed).containsExactly("a");
        rounds(20, Door.SHUT);
        assertThat(probed).containsExactly("a");

        suspects.opened("a");
        suspects.lost("a", LOST.plusSeconds(90));
        rounds(1, Door.OPEN);
        suspects.opened("a");
        probed.clear();
        rounds(9, Door.SHUT);
        assertThat(probed).isEmpty();
    }

    @Test
    void silenceIsNoRefusalAndIsNotProbedForEver() {
        rounds(3, Door.SHUT);
        rounds(Suspects.SUSPECT_FOR, Door.SILENT);
        probed.clear();

        assertThat(rounds(20, Door.SHUT)).isEmpty();
        assertThat(probed).isEmpty();
    }

    @Test
    void refusalsCountInSuccessionOnly() {
        rounds(4, Door.SHUT);
        rounds(2, Door.SILENT);

        assertThat(rounds(4, Door.SHUT)).isEmpty();
        assertThat(rounds(2, Door.SHUT)).containsExactly(Map.entry("a", Verdict.DEAD));
    }

    @Test
    void aStreamThatOpensAgainOrThatNobodyWatchesAnyMoreMakesNobodySuspect() {
        suspects.opened("a");
        rounds(3, Door.SHUT);
        suspects.lost("a", LOST);
        suspects.retain(Set.of("b"));
        rounds(3, Door.SHUT);

        assertThat(probed).isEmpty();
    }

    @Test
    void aStreamThatNeverWasOpenSaysNothing() {
        suspects.lost("firewalled", LOST);

        rounds(1, Door.SHUT);

        assertThat(probed).containsExactly("a");
    }

    @Test
    void whoIsDeadIsProbedUntilItIsBackThoughNobodyWatchesIt() {
        rounds(5, Door.SHUT);
        suspects.bury(new Probe("a", LOST, false));
        suspects.retain(Set.of("b"));
        probed.clear();

        assertThat(rounds(100, Door.SHUT)).as("dead once").isEmpty();
        assertThat(probed).as("after 2, 4, 4 … rounds").hasSize(25);
        assertThat(rounds(Suspects.LONGEST_BETWEEN, Door.OPEN)).containsExactly(Map.entry("a", Verdict.BACK));
        suspects.opened("a");
        assertThat(rounds(10, Door.OPEN)).isEmpty();
    }

    @Test
    void whereMoreAreLostThanCanBeReachedNobodyIsDeadUntilSomeAnswer() {
        suspects.lost("b", LOST);
        suspects.opened("c");
        assertThat(rounds(9, Door.SHUT)).as("two lost, one open").isEmpty();

        assertThat(rounds(4, Map.of("a", Door.SHUT, "b", Door.OPEN)))
                .as("it is the one after all")
                .containsExactly(Map.entry("a", Verdict.DEAD));
    }

    @Test
    void whoSaysNothingCountsAsLostAndWhoWasLostLongAgoDoesNot() {
        suspects.lost("b", LOST);
        suspects.opened("c");
        assertThat(rounds(16, Map.of("a", Door.SHUT, "b", Door.SILENT))).isEmpty();

        suspects.opened("d");
        suspects.lost("d", LOST);

        assertThat(rounds(5, Door.SHUT)).containsExactly(Map.entry("d", Verdict.DEAD));
    }

    @Test
    void aPlatformThatIsCutOffProbesAFewAtATimeAndBuriesNobody() {
        lose(20_000, 20_000);

        List<Probe> first = suspects.due();

        assertThat(first).hasSize(Suspects.AT_ONCE);
        assertThat(suspects.due()).as("as long as these have not ended").isEmpty();
        first.forEach(probe -> {
            assertThat(suspects.probed(probe, Door.SHUT)).isEqualTo(Verdict.WAIT);
            suspects.ended(probe);
        });
        assertThat(rounds(40, Door.SHUT)).isEmpty();
    }

    @Test
    void twoHundredOfTwentyThousandThatRefuseAreDeadWithin15Rounds() {
        List<String> many = lose(200, 20_000);
        Set<String> dead = new HashSet<>();
        for (int round = 0; round < 15; round++) {
            for (Probe probe : suspects.due()) {
                if (suspects.probed(probe, Door.SHUT) == Verdict.DEAD) {
                    suspects.bury(probe);
                    dead.add(probe.code());
                }
                suspects.ended(probe);
            }
        }

        assertThat(dead).containsAll(many);
    }

    @Test
    void whoIsProbedNoMoreStillCountsAsLost() {
        lose(600, 1000);

        assertThat(rounds(100, Door.SHUT)).isEmpty();
    }

    @Test
    void aProbeLastsUntilWhatFollowsFromItIsDone() {
        Probe probe = suspects.due().get(0);
        suspects.probed(probe, Door.SHUT);
        rounds(4, Door.SHUT);
        assertThat(probed).isEmpty();

        suspects.ended(probe);
        rounds(1, Door.SHUT);

        assertThat(probed).containsExactly("a");
    }

    @Test
    void anAnswerToAnEarlierSuspicionSaysNothingOfALaterOne() {
        Probe earlier = suspects.due().get(0);
        suspects.opened("a");
        suspects.lost("a", LOST.plusSeconds(9));

        suspects.probed(earlier, Door.OPEN);
        suspects.ended(earlier);

        assertThat(rounds(5, Door.SHUT)).containsExactly(Map.entry("a", Verdict.DEAD));
    }

    /** So many of all further nodes lose their streams. */
    private List<String> lose(int count, int all) {
        List<String> codes = IntStream.range(0, all).mapToObj(Integer::toString).toList();
        codes.forEach(suspects::opened);
        List<String> lost = codes.subList(0, count);
        lost.forEach(code -> suspects.lost(code, LOST));
        return lost;
    }

    private List<Map.Entry<String, Verdict>> rounds(int count, Door door) {
        return rounds(count, Map.of(), door);
    }

    private List<Map.Entry<String, Verdict>> rounds(int count, Map<String, Door> doors) {
        return rounds(count, doors, Door.SILENT);
    }

    /** So many rounds, in which those doors are found; the verdicts that mean something. */
    private List<Map.Entry<String, Verdict>> rounds(int count, Map<String, Door> doors, Door others) {
        List<Map.Entry<String, Verdict>> verdicts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            for (Probe probe : suspects.due()) {
                probed.add(probe.code());
                Verdict verdict = suspects.probed(probe, doors.getOrDefault(probe.code(), others));
                suspects.ended(probe);
                if (verdict != Verdict.WAIT) {
                    verdicts.add(Map.entry(probe.code(), verdict));
                }
            }
        }
        return verdicts;
    }
}
