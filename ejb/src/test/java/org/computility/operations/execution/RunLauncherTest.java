package org.computility.operations.execution;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.batch.operations.JobStartException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import org.computility.operations.BatchRuns;
import org.computility.operations.OperationsDatabase;
import org.computility.operations.RunEnded;
import org.computility.operations.RunStatus;
import org.computility.operations.RunView;
import org.computility.operations.turns.TurnClock;
import org.computility.shared.FiredEvents;
import org.computility.shared.ThisServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RunLauncherTest {

    private final LiveRuns live = new LiveRuns(Duration.ofSeconds(15));
    private final Engine engine = new Engine();
    private final Clock clock = new Clock();
    private final RunAttempts attempts = new RunAttempts();
    private final RunLauncher launcher = new RunLauncher();
    private boolean databaseFails;
    private long id;

    @BeforeEach
    void assemble() {
        attempts.executions = new RunExecutions_(OperationsDatabase.empty());
        attempts.server = new ThisServer("a");
        attempts.lease = 15;
        launcher.engine = engine;
        launcher.live = live;
        launcher.attempts = attempts;
        launcher.turns = clock;
        launcher.server = new ThisServer("a");
        launcher.recorder = new RunRecorder(attempts, live, engine, new FiredEvents<RunEnded>());
        launcher.runs = new BatchRuns() {
            @Override
            public Optional<RunView> find(long runId) {
                if (databaseFails) {
                    throw new IllegalStateException("the database is away");
                }
                return Optional.of(OperationsDatabase.view(runId));
            }
        };
        id = OperationsDatabase.add("a");
        live.begin(id, 1);
    }

    @Test
    void handsTheRunToTheEngineWithItsNumbers() {
        launcher.launch(id, 1);

        assertThat(engine.did).containsExactly("start run-inspection " + id + " " + id + "/1");
        assertThat(run().executionId()).isEqualTo(1);
    }

    @Test
    void theNextExecutionOfAnAttemptContinuesTheLast() {
        launcher.launch(id, 1);
        launcher.launch(id, 1);

        assertThat(engine.did).last().isEqualTo("restart 1 of run-inspection " + id + " " + id + "/1");
        assertThat(run().executionId()).isEqualTo(2);
    }

    @Test
    void launchesNoOtherAttemptThanTheOneThatIsHere() {
        launcher.launch(id, 2);

        assertThat(engine.did).isEmpty();
    }

    @Test
    void whatWasStoppedBeforeItBeganEnds() {
        OperationsDatabase.requestStop(id);

        launcher.launch(id, 1);

        assertThat(engine.did).isEmpty();
        assertThat(status()).isEqualTo(RunStatus.STOPPED);
        assertThat(live.all()).isEmpty();
    }

    @Test
    void whatAnotherServerHasAdoptedIsForgotten() {
        OperationsDatabase.execute("UPDATE job_run SET server = 'another', attempt = 2");

        launcher.launch(id, 1);

        assertThat(engine.did).isEmpty();
        assertThat(live.all()).isEmpty();
    }

    @Test
    void whoseRowCannotBeReadIsLeftToItsLease() {
        databaseFails = true;

        launcher.launch(id, 1);

        assertThat(engine.did).isEmpty();
        assertThat(live.all()).isEmpty();
        assertThat(status()).isEqualTo(RunStatus.STARTING);
    }

    @Test
    void waitsForAnEngineThatIsFullAndSaysWhy() {
        engine.refusal = new JobStartException(new RejectedExecutionException());

        launcher.launch(id, 1);

        assertThat(run().isPostponed()).isTrue();
        assertThat(status()).isEqualTo(RunStatus.PENDING);
        assertThat(OperationsDatabase.view(id).exitMessage()).contains("no free thread");
    }

    @Test
    void aJobThatCannotStartHasFailed() {
        engine.refusal = new JobStartException("no such job");

        launcher.launch(id, 1);

        assertThat(status()).isEqualTo(RunStatus.FAILED);
        assertThat(OperationsDatabase.view(id).exitMessage()).isEqualTo("no such job");
    }

    @Test
    void stopsTurnsElseTheExecution() {
        launcher.launch(id, 1);

        launcher.stop(id, 1);
        assertThat(engine.did).last().isEqualTo("stop 1");
        engine.did.clear();

        clock.taking.add(id);
        launcher.stop(id, 1);
        assertThat(engine.did).isEmpty();
        assertThat(clock.stopped).containsExactly(id);
    }

    @Test
    void aStopIsRememberedWhereNothingCanBeStoppedYet() {
        launcher.stop(id, 1);

        assertThat(engine.did).isEmpty();
        assertThat(run().isToStop()).isTrue();
    }

    @Test
    void aStopThatComesLateLeavesTheNextAttemptAlone() {
        clock.taking.add(id);

        launcher.stop(id, 0);

        assertThat(clock.stopped).isEmpty();
        assertThat(run().isToStop()).isFalse();
    }

    private LiveRun run() {
        return live.find(id).orElseThrow();
    }

    private RunStatus status() {
        return OperationsDatabase.view(id).status();
    }

    private static final class Engine extends BatchEngine {

        private final List<String> did = new ArrayList<>();
        private RuntimeException refusal;
        private long last;

        @Override
        public String name() {
            return "fake";
        }

        @Override
        public long start(String jobName, Properties parameters) {
            return begin("start " + jobName, parameters);
        }

        @Override
        public long restart(long executionId, String jobName, Properties parameters) {
            return begin("restart " + executionId + " of " + jobName, parameters);
        }

        @Override
        public void stop(long executionId) {
            did.add("stop " + executionId);
        }

        private long begin(String deed, Properties parameters) {
            if (refusal != null) {
                throw refusal;
            }
            did.add(deed + " " + parameters.getProperty("runId") + " " + parameters.getProperty("runAttempt"));
            return ++last;
        }
    }

    private static final class Clock extends TurnClock {

        private final Set<Long> taking = new HashSet<>();
        private final List<Long> stopped = new ArrayList<>();

        @Override
        public boolean stop(long runId) {
            if (taking.contains(runId)) {
                stopped.add(runId);
                return true;
            }
            return false;
        }
    }
}
