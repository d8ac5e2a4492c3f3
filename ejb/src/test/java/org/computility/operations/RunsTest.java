package org.computility.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RunsTest {

    private static final UUID ORGANISATION = UUID.randomUUID();

    private Runs runs;

    @BeforeEach
    void emptyTables() {
        runs = new Runs_(OperationsDatabase.empty());
    }

    @Test
    void aNewRunIsStartingAndLeasedToItsServer() {
        RunView run = OperationsDatabase.view(add());

        assertThat(run.status()).isEqualTo(RunStatus.STARTING);
        assertThat(run.parameters()).containsExactly(Map.entry("planId", "7"));
        assertThat(run.progressFacts()).isEmpty();
        assertThat(run.organisationId()).isEqualTo(ORGANISATION);
        assertThat(run.server()).isEqualTo("a");
        assertThat(run.attempt()).isEqualTo(1);
        assertThat(OperationsDatabase.silentRuns()).isZero();
    }

    @Test
    void theDatabaseTellsTheTimes() {
        RunView run = OperationsDatabase.view(add());

        // The statement asks the clock for each of them.
        assertThat(run.updatedAt()).isCloseTo(run.createdAt(), within(1, ChronoUnit.SECONDS));
        assertThat(run.startedAt()).isNull();
        assertThat(run.endedAt()).isNull();
    }

    @Test
    void runsThatSomebodyWatchesAreReadTogether() {
        long id = add();
        add();

        assertThat(runs.among(new Long[] {id, -1L})).extracting(Run::view).containsExactly(OperationsDatabase.view(id));
    }

    @Test
    void theNewestRunOfEachOrganisationIsFound() {
        add();
        long newest = add();
        UUID neighbour = UUID.randomUUID();
        long neighbours = runs.add("run-inspection", "{}", neighbour.toString(), "a", 15);
        runs.add("run-inspection", "{}", null, "a", 15);
        long platforms = runs.add("run-inspection", "{}", null, "a", 15);

        assertThat(runs.newest())
                .containsExactlyInAnyOrder(
                        new NewestRun(ORGANISATION, newest),
                        new NewestRun(neighbour, neighbours),
                        new NewestRun(null, platforms));
    }

    @Test
    void whereNothingEverRanNothingIsNewest() {
        assertThat(runs.newest()).isEmpty();
    }

    @Test
    void anUnknownRunIsNotFound() {
        assertThat(runs.find(-1L)).isEmpty();
        assertThat(runs.requestStop(-1)).isZero();
        assertThat(runs.restart(-1, "a", 15)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void progressOfAnEndedRunIsIgnored(RunStatus status) {
        long id = add();
        OperationsDatabase.put(id, status);

        runs.progress(List.of(new RunProgress(id, 90, Map.of("round", 9L))));

        RunView run = OperationsDatabase.view(id);
        assertThat(run.progressPercent()).isEqualTo(status.isActive() ? 90 : 0);
        assertThat(run.progressFacts()).isEqualTo(status.isActive() ? Map.of("round", 9L) : Map.of());
    }

    @ParameterizedTest
    @EnumSource
    void onlyAStartingOrStartedRunCanBeAskedToStop(RunStatus before) {
        long id = add();
        OperationsDatabase.put(id, before);

        int changed = runs.requestStop(id);

        assertThat(changed).isEqualTo(before.mayBecome(RunStatus.STOPPING) ? 1 : 0);
        assertThat(status(id)).isEqualTo(changed == 1 ? RunStatus.STOPPING : before);
    }

    @ParameterizedTest
    @EnumSource
    void onlyAnEndedRunThatMayGoOnIsRestarted(RunStatus before) {
        long id = add();
        OperationsDatabase.put(id, before);

        boolean restarted = runs.restart(id, "b", 15).isPresent();

        assertThat(restarted).isEqualTo(before.mayBecome(RunStatus.STARTING) && !before.isActive());
        assertThat(status(id)).isEqualTo(restarted ? RunStatus.STARTING : before);
    }

    @Test
    void aRestartKeepsTheIdAndCountsTheAttempt() {
        long id = add();
        OperationsDatabase.put(id, RunStatus.STOPPED);
        OperationsDatabase.execute("UPDATE job_run SET ended_at = now(), exit_message = 'STOPPED'");

        assertThat(runs.restart(id, "b", 15)).contains(new RunWanted(id, 2));

        RunView run = OperationsDatabase.view(id);
        assertThat(run.server()).isEqualTo("b");
        assertThat(run.attempt()).isEqualTo(2);
        assertThat(run.endedAt()).isNull();
        assertThat(run.exitMessage()).isNull();
    }

    private long add() {
        return runs.add("run-inspection", "{\"planId\":\"7\"}", ORGANISATION.toString(), "a", 15);
    }

    private static RunStatus status(long id) {
        return OperationsDatabase.view(id).status();
    }
}
