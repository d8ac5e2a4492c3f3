package org.computility.operations.declared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.computility.operations.OperationsDatabase;
import org.computility.operations.RunRestarting;
import org.computility.operations.RunView;
import org.computility.shared.Conflict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JobStartsTest {

    private static final Instant SATURDAY_NOON = Instant.parse("2026-11-28T12:00:00Z");
    private static final Duration ROUND = Duration.ofSeconds(10);
    private static final DeclaredJob NIGHTLY = at("03:30");

    private final RunsInMemory runs = new RunsInMemory();
    private JobSchedules schedules;

    @BeforeEach
    void emptyTables() {
        schedules = new JobSchedules_(OperationsDatabase.empty());
    }

    @Test
    void inAWeekAJobRunsSevenTimesHoweverManyServersThereAre() {
        server(NIGHTLY, SATURDAY_NOON).declare();

        for (Instant now = SATURDAY_NOON;
                now.isBefore(SATURDAY_NOON.plus(Duration.ofDays(7)));
                now = now.plus(ROUND.multipliedBy(60))) {
            server(NIGHTLY, now).startIfDue(NIGHTLY);
            server(NIGHTLY, now).startIfDue(NIGHTLY);
            runs.end();
        }

        assertThat(runs.started()).hasSize(7);
        assertThat(runs.started()).extracting(RunView::parameters).containsOnly(Map.of("atOnce", "1000"));
        assertThat(next()).isEqualTo(Instant.parse("2026-12-06T03:30:00Z"));
    }

    @Test
    void theFirstStartOfAServerHasMissedNothing() {
        server(NIGHTLY, SATURDAY_NOON).declare();
        server(NIGHTLY, SATURDAY_NOON).startIfDue(NIGHTLY);

        assertThat(runs.started()).isEmpty();
        assertThat(next()).isEqualTo(Instant.parse("2026-11-29T03:30:00Z"));
    }

    @Test
    void nightsWithoutAServerAreMadeUpForOnce() {
        server(NIGHTLY, SATURDAY_NOON).declare();

        Instant tuesday = SATURDAY_NOON.plus(Duration.ofDays(3));
        server(NIGHTLY, tuesday).declare();
        server(NIGHTLY, tuesday).startIfDue(NIGHTLY);
        runs.end();
        server(NIGHTLY, tuesday.plus(ROUND)).startIfDue(NIGHTLY);

        assertThat(runs.started()).hasSize(1);
        assertThat(next()).isEqualTo(Instant.parse("2026-12-02T03:30:00Z"));
    }

    @Test
    void aRunThatIsStillActiveDoesForTheNewOne() {
        server(NIGHTLY, SATURDAY_NOON).declare();
        long running = server(NIGHTLY, SATURDAY_NOON).start(NIGHTLY, Map.of());

        Instant night = Instant.parse("2026-11-29T03:30:00Z");
        server(NIGHTLY, night).startIfDue(NIGHTLY);
        runs.end();
        server(NIGHTLY, night.plus(ROUND)).startIfDue(NIGHTLY);

        assertThat(runs.started()).extracting(RunView::id).containsExactly(running);
    }

    @Test
    void anotherScheduleCountsFromItsDeclaration() {
        server(NIGHTLY, SATURDAY_NOON).declare();
        DeclaredJob atEleven = at("11:00");

        Instant sunday = SATURDAY_NOON.plus(Duration.ofDays(1));
        server(atEleven, sunday).declare();
        server(atEleven, sunday).startIfDue(atEleven);

        assertThat(runs.started()).isEmpty();
        assertThat(next()).isEqualTo(Instant.parse("2026-11-30T11:00:00Z"));
    }

    @Test
    void aServerWithAnotherScheduleStartsNothing() {
        server(NIGHTLY, SATURDAY_NOON).declare();
        DeclaredJob atEleven = at("11:00");

        server(atEleven, SATURDAY_NOON.plus(Duration.ofDays(1))).startIfDue(atEleven);

        assertThat(runs.started()).isEmpty();
    }

    @Test
    void whatIsOffNeverStarts() {
        server(NIGHTLY, SATURDAY_NOON).declare();
        DeclaredJob off = new NightJob(Optional.empty());

        server(off, SATURDAY_NOON).declare();
        server(off, SATURDAY_NOON.plus(Duration.ofDays(1))).startIfDue(off);

        assertThat(runs.started()).isEmpty();
        assertThat(schedules.find("purge-results").orElseThrow().nextAt()).isNull();
    }

    @Test
    void onlyOneRunIsActiveAtATime() {
        server(NIGHTLY, SATURDAY_NOON).declare();
        JobStarts starts = server(NIGHTLY, SATURDAY_NOON);
        long running = starts.start(NIGHTLY, Map.of("atOnce", "5"));

        assertThatThrownBy(() -> starts.start(NIGHTLY, Map.of()))
                .isInstanceOfSatisfying(
                        Conflict.class, refusal -> assertThat(refusal.code()).isEqualTo("job-running"))
                .hasMessage("Run " + running + " of purge-results has not ended.");
        assertThat(runs.started()).extracting(RunView::parameters).containsExactly(Map.of("atOnce", "5"));
    }

    @Test
    void anEndedRunIsNotRestartedBesideAnActiveOne() {
        server(NIGHTLY, SATURDAY_NOON).declare();
        OneRun one = server(NIGHTLY, SATURDAY_NOON).one;
        long active = runs.start("purge-results", Map.of());

        one.refuseSecond(new RunRestarting(active, "purge-results", Map.of()));
        one.refuseSecond(new RunRestarting(active + 1, "run-inspection", Map.of()));
        assertThatThrownBy(() -> one.refuseSecond(new RunRestarting(active + 1, "purge-results", Map.of())))
                .isInstanceOf(Conflict.class);
    }

    private JobStarts server(DeclaredJob job, Instant now) {
        JobStarts starts = new JobStarts();
        starts.catalogue = new JobCatalogue(List.of(job));
        starts.schedules = schedules;
        starts.runs = runs;
        starts.one = new OneRun(starts.catalogue, schedules, runs);
        starts.clock = Clock.fixed(now, ZoneOffset.UTC);
        return starts;
    }

    private Instant next() {
        return schedules.find("purge-results").orElseThrow().nextAt();
    }

    private static DeclaredJob at(String time) {
        return new NightJob(DailyTime.read("purge", time, ZoneOffset.UTC));
    }
}
