package org.computility.planning.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.computility.planning.evaluation.SomeEvaluation.BOX;
import static org.computility.planning.evaluation.SomeEvaluation.at;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.computility.compute.monitoring.ToldService;
import org.computility.planning.runs.RunCount;
import org.computility.results.Sighting;
import org.junit.jupiter.api.Test;

class ScoringTest {

    private static final UUID OLD = UUID.fromString("00000000-0000-4000-8000-00000000000a");
    private static final UUID NEW = UUID.fromString("00000000-0000-4000-8000-00000000000b");
    private static final UUID SERVICE = UUID.fromString("00000000-0000-4000-8000-00000000000c");
    private static final String NODE = "11010800005020000001";

    private final NewEvaluation wanted = new SomeEvaluation()
            .candidate("old", OLD)
            .candidate("new", NEW)
            .event(0, 10)
            .event(20, 30)
            .wanted();

    @Test
    void candidatesAreRankedByWhatTheyFound() {
        List<Score> scores = scores(
                List.of(seen(OLD, 5), seen(OLD, 50), seen(NEW, 5), seen(NEW, 6), seen(NEW, 31)), List.of(), List.of());

        assertThat(scores).extracting(Score::tally).containsExactly(new Tally(1, 0, 1, 1), new Tally(2, 1, 0, 0));
        assertThat(scores).extracting(score -> score.rank(scores)).containsExactly(2, 1);
        assertThat(scores.get(0).algoDefCodes()).containsExactly("M-1");
        assertThat(scores.get(1).findings()).isEqualTo(3);
    }

    @Test
    void whoFoundNothingHasNoRankAndEqualsShareTheirs() {
        List<Score> scores = scores(List.of(seen(NEW, 5)), List.of(), List.of());
        assertThat(scores).extracting(score -> score.rank(scores)).containsExactly(null, 1);

        List<Score> equal = scores(List.of(seen(NEW, 5), seen(OLD, 25)), List.of(), List.of());
        assertThat(equal).extracting(score -> score.rank(equal)).containsExactly(1, 1);
    }

    @Test
    void aDelayIsOneResultsWhateverItShows() {
        UUID result = UUID.randomUUID();
        Delays delays = Delays.of(List.of(
                seen(OLD, result, at(1), Duration.ofSeconds(9)),
                seen(OLD, result, at(1), Duration.ofSeconds(9)),
                seen(OLD, UUID.randomUUID(), at(2), Duration.ofMillis(1500)),
                seen(OLD, UUID.randomUUID(), at(3), Duration.ofSeconds(4)),
                seen(OLD, UUID.randomUUID(), at(4), Duration.ZERO)));

        assertThat(delays).isEqualTo(new Delays(4, 9));
        assertThat(Delays.of(List.of(seen(OLD, UUID.randomUUID(), at(4), Duration.ZERO))))
                .as("dated by its receipt")
                .isNull();
    }

    @Test
    void filesAreJudgedByTheirOwnTimeAndTellNoDelay() {
        NewEvaluation file =
                new SomeEvaluation().candidate("old", OLD).inFile(1, 2.0).wanted();
        Sighting there = inFile(3.9);
        Sighting unplaced = inFile(null);

        Score score = new Scoring(
                        Terms.of(file),
                        List.of(there, unplaced, inFile(Double.POSITIVE_INFINITY)),
                        List.of(),
                        List.of())
                .of(file.candidates().get(0));

        assertThat(score.tally()).isEqualTo(new Tally(1, 0, 0, 0));
        assertThat(score.results()).isEqualTo(1);
        assertThat(score.delays()).isNull();
    }

    @Test
    void eachBoxIsAFindingOfOneResult() {
        NewEvaluation boxed =
                new SomeEvaluation().candidate("old", OLD).event(0, 10, BOX).wanted();
        UUID result = UUID.randomUUID();

        Score score = new Scoring(
                        Terms.of(boxed),
                        List.of(boxed(result, BOX), boxed(result, new Box(0, 0, 0.1, 0.1))),
                        List.of(),
                        List.of())
                .of(boxed.candidates().get(0));

        assertThat(score.results()).isEqualTo(1);
        assertThat(score.findings()).isEqualTo(2);
        assertThat(score.tally()).isEqualTo(new Tally(1, 0, 1, 0));
    }

    @Test
    void whatTheInstancesNeededStandsBeside() {
        ToldService told =
                new ToldService(NODE, SERVICE.toString().toUpperCase(Locale.ROOT), "NVIDIA-T4", 16.0, 5.0, 0.25, at(9));
        Score score = scores(
                        List.of(seen(OLD, 5)),
                        List.of(
                                new RunCount(OLD, SERVICE, NODE, "ERROR", 2, 30),
                                new RunCount(OLD, SERVICE, NODE, null, 1, 60),
                                new RunCount(OLD, null, null, "NO_ROOM", 1, 0),
                                new RunCount(NEW, SERVICE, "another", "FINISHED", 1, 0)),
                        List.of(told))
                .get(0);

        assertThat(score.running()).isEqualTo(new Running(4, 90, Map.of("ERROR", 2L, "NO_ROOM", 1L)));
        assertThat(score.findingsPerHour()).isEqualTo(40);
        assertThat(score.services()).containsExactly(told);
    }

    @Test
    void whatIsNotKnownIsAbsent() {
        List<Score> scores = scores(
                List.of(),
                List.of(new RunCount(NEW, SERVICE, NODE, "REFUSED", 1, 0)),
                List.of(
                        new ToldService("another", SERVICE.toString(), "NVIDIA-T4", null, null, null, at(9)),
                        new ToldService(NODE, null, "NVIDIA-T4", null, null, null, at(9))));

        assertThat(ScoresText.of(scores)).isEqualTo("""
                [{"label":"old","instanceIds":["%s"],"algoDefCodes":[],"results":0,"findings":0,"matched":0,"repeated":0,\
                "unfounded":0,"missed":2,"recall":0,"services":[]},\
                {"label":"new","instanceIds":["%s"],"algoDefCodes":[],"results":0,"findings":0,"matched":0,"repeated":0,\
                "unfounded":0,"missed":2,"recall":0,"runs":1,"runningSeconds":0,"ends":{"REFUSED":1},\
                "services":[{"serviceId":"%s","computeCode":"%s"}]}]""".formatted(OLD, NEW, SERVICE, NODE));
    }

    private List<Score> scores(List<Sighting> seen, List<RunCount> runs, List<ToldService> told) {
        Scoring scoring = new Scoring(Terms.of(wanted), seen, runs, told);
        return wanted.candidates().stream().map(scoring::of).toList();
    }

    private static Sighting seen(UUID instance, long second) {
        return seen(instance, UUID.randomUUID(), at(second), Duration.ofSeconds(1));
    }

    private static Sighting seen(UUID instance, UUID result, Instant time, Duration delay) {
        return new Sighting(
                result, instance, "M-1", null, null, null, time, null, time.plus(delay), null, null, null, null);
    }

    private static Sighting inFile(Double second) {
        return new Sighting(
                UUID.randomUUID(), OLD, "M-1", null, null, null, at(1), second, at(2), null, null, null, null);
    }

    private static Sighting boxed(UUID result, Box box) {
        return new Sighting(
                result, OLD, "M-1", null, null, null, at(1), null, at(2), box.x(), box.y(), box.width(), box.height());
    }
}
