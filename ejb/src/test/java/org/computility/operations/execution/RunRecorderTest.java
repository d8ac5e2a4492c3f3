package org.computility.operations.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.computility.operations.OperationsDatabase;
import org.computility.operations.RunEnded;
import org.computility.operations.RunStatus;
import org.computility.shared.FiredEvents;
import org.computility.shared.ThisServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RunRecorderTest {

    private final LiveRuns live = new LiveRuns(Duration.ofSeconds(15));
    private final FiredEvents<RunEnded> ends = new FiredEvents<>();
    private final RunAttempts attempts = new RunAttempts();
    private final RunRecorder recorder = new RunRecorder(attempts, live, new FakeEngine(), ends);

    @BeforeEach
    void emptyTables() {
        attempts.executions = new RunExecutions_(OperationsDatabase.empty());
        attempts.server = new ThisServer("a");
        attempts.lease = 15;
    }

    @Test
    void anEndIsRecordedToldAndForgotten() {
        long id = begin();

        recorder.ended(id, 1, RunStatus.COMPLETED, null);

        assertThat(status(id)).isEqualTo(RunStatus.COMPLETED);
        assertThat(ends.news()).containsExactly(new RunEnded(id, "run-inspection", RunStatus.COMPLETED));
        assertThat(live.all()).isEmpty();
    }

    @Test
    void aJobWhoseRunWasAdoptedElsewhereMustNotWork() {
        long id = add();
        OperationsDatabase.execute("UPDATE job_run SET server = 'another', attempt = 2");

        assertThatIllegalStateException().isThrownBy(() -> recorder.began(id, 1, 7));

        recorder.ended(id, 1, RunStatus.FAILED, null);
        assertThat(status(id)).isEqualTo(RunStatus.STARTING);
        assertThat(ends.news()).isEmpty();
        assertThat(live.all()).isEmpty();
    }

    @Test
    void aStopThatAPersonAskedForEndsTheRun() {
        long id = begin();
        OperationsDatabase.requestStop(id);

        recorder.ended(id, 1, RunStatus.STOPPED, null);

        assertThat(status(id)).isEqualTo(RunStatus.STOPPED);
        assertThat(live.mayAdopt()).isTrue();
    }

    @Test
    void aStopByTheServerItselfLeavesTheRunToAnother() {
        long id = begin();

        recorder.ended(id, 1, RunStatus.STOPPED, null);

        assertThat(status(id)).isEqualTo(RunStatus.STARTED);
        assertThat(live.mayAdopt()).isFalse();
        assertThat(OperationsDatabase.silentRuns())
                .as("free for another server")
                .isOne();
    }

    @Test
    void anEndThatTheDatabaseMissedIsKeptForTheHeartbeat() {
        long id = begin();
        OperationsDatabase.execute("ALTER TABLE job_run RENAME TO gone");
        try {
            recorder.ended(id, 1, RunStatus.COMPLETED, null);
        } finally {
            OperationsDatabase.execute("ALTER TABLE gone RENAME TO job_run");
        }
        assertThat(status(id)).isEqualTo(RunStatus.STARTED);

        live.all().forEach(recorder::record);

        assertThat(status(id)).isEqualTo(RunStatus.COMPLETED);
        assertThat(live.all()).isEmpty();
    }

    @Test
    void aRunThatFailsWhileTheDatabaseIsAwayBeginsAgain() {
        long id = begin();
        RunAttempts away = new RunAttempts() {
            @Override
            public Optional<RunEnded> ended(RunAttempt attempt, RunStatus status, String message) {
                throw new IllegalStateException(new SQLException("An I/O error occurred", "08006"));
            }
        };

        new RunRecorder(away, live, new FakeEngine(), ends).ended(id, 1, RunStatus.FAILED, "no connection");

        assertThat(live.all()).singleElement().satisfies(run -> {
            assertThat(run.isPostponed()).isTrue();
            assertThat(run.end()).isNull();
        });
        assertThat(status(id)).isEqualTo(RunStatus.STARTED);
        assertThat(ends.news()).isEmpty();
    }

    @Test
    void theEndOfAnEarlierAttemptSaysNothingAboutTheRunningOne() {
        long id = begin();

        recorder.ended(id, 9, RunStatus.FAILED, null);

        assertThat(status(id)).isEqualTo(RunStatus.STARTED);
        assertThat(live.all()).hasSize(1);
    }

    private long add() {
        return OperationsDatabase.add("a");
    }

    private long begin() {
        long id = add();
        recorder.began(id, 1, 7);
        return id;
    }

    private RunStatus status(long id) {
        return OperationsDatabase.view(id).status();
    }

    private static final class FakeEngine extends BatchEngine {
        @Override
        public String name() {
            return "fake";
        }
    }
}
