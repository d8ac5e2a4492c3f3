package org.computility.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.UUID;
import org.computility.shared.Conflict;
import org.computility.shared.FiredEvents;
import org.computility.shared.NotFound;
import org.computility.shared.ThisServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BatchRunsTest {

    private static final Map<String, String> PARAMETERS = Map.of("planId", "7", "group", "1");

    private final BatchRuns runs = new BatchRuns();
    private final FiredEvents<RunWanted> wanted = new FiredEvents<>();
    private final FiredEvents<StopWanted> stops = new FiredEvents<>();
    private final FiredEvents<RunRestarting> restarts = new FiredEvents<>();

    @BeforeEach
    void assemble() {
        runs.runs = new Runs_(OperationsDatabase.empty());
        runs.server = new ThisServer("a");
        runs.lease = 15;
        runs.wanted = wanted;
        runs.stopWanted = stops;
        runs.restarting = restarts;
    }

    @Test
    void aRunIsWantedOnTheServerThatIsAskedForIt() {
        UUID organisation = UUID.randomUUID();

        long id = runs.start("run-inspection", PARAMETERS, organisation);

        assertThat(wanted.news()).containsExactly(new RunWanted(id, 1));
        RunView run = runs.find(id).orElseThrow();
        assertThat(run.parameters()).isEqualTo(PARAMETERS);
        assertThat(run.organisationId()).isEqualTo(organisation);
        assertThat(run.server()).isEqualTo("a");
    }

    @Test
    void aRunOfThePlatformItselfBelongsToNoOrganisation() {
        long id = runs.start("purge-history", Map.of());

        assertThat(runs.find(id).orElseThrow().organisationId()).isNull();
    }

    @Test
    void askingToStopAgainIsNoError() {
        long id = start();

        runs.stop(id);
        runs.stop(id);

        assertThat(runs.find(id).orElseThrow().status()).isEqualTo(RunStatus.STOPPING);
        assertThat(stops.news()).containsExactly(new StopWanted(id, 1), new StopWanted(id, 1));
    }

    @ParameterizedTest
    @EnumSource(names = {"STOPPED", "FAILED", "COMPLETED", "ABANDONED"})
    void whatHasEndedCannotBeStopped(RunStatus ended) {
        long id = start();
        OperationsDatabase.put(id, ended);

        assertThatThrownBy(() -> runs.stop(id))
                .isInstanceOfSatisfying(
                        Conflict.class, refusal -> assertThat(refusal.code()).isEqualTo("run-not-running"))
                .hasMessage("Run " + id + " is " + ended + " and cannot be stopped.");
        assertThat(stops.news()).isEmpty();
    }

    @Test
    void aRestartIsToldToTheRoomOfTheJobBeforeTheRunIsWanted() {
        long id = start();
        OperationsDatabase.put(id, RunStatus.FAILED);
        wanted.news().clear();

        assertThat(runs.restart(id)).isEqualTo(id);

        assertThat(restarts.news()).containsExactly(new RunRestarting(id, "run-inspection", PARAMETERS));
        assertThat(wanted.news()).containsExactly(new RunWanted(id, 2));
    }

    @ParameterizedTest
    @EnumSource(names = {"STARTING", "STARTED", "STOPPING", "COMPLETED", "ABANDONED"})
    void whatRunsOrIsCompleteCannotBeRestarted(RunStatus status) {
        long id = start();
        OperationsDatabase.put(id, status);

        assertThatThrownBy(() -> runs.restart(id))
                .isInstanceOfSatisfying(
                        Conflict.class, refusal -> assertThat(refusal.code()).isEqualTo("run-not-restartable"))
                .hasMessage("Run " + id + " is " + status + " and cannot be restarted.");
        assertThat(restarts.news()).isEmpty();
    }

    @Test
    void aRunIsActiveUntilItHasEnded() {
        long ended = start();
        OperationsDatabase.put(ended, RunStatus.COMPLETED);
        long id = start();
        runs.start("purge-results", Map.of());

        assertThat(runs.active("run-inspection")).containsExactly(id);
        assertThat(runs.active("no-such-job")).isEmpty();
    }

    @Test
    void progressOutsideAHundredIsCutOff() {
        long id = start();

        runs.progress(id, 101, Map.of("round", 2L));
        assertThat(runs.find(id).orElseThrow().progressPercent()).isEqualTo(100);
        assertThat(runs.find(id).orElseThrow().progressFacts()).isEqualTo(Map.of("round", 2L));

        runs.progress(id, -1, Map.of());
        assertThat(runs.find(id).orElseThrow().progressPercent()).isZero();
    }

    @Test
    void aRunThatIsNoneIsUnknown() {
        assertThatThrownBy(() -> runs.stop(-1)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> runs.restart(-1)).isInstanceOf(NotFound.class);
        assertThat(runs.find(-1)).isEmpty();
    }

    private long start() {
        return runs.start("run-inspection", PARAMETERS);
    }
}
