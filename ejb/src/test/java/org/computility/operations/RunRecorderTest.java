package org.computility.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RunRecorderTest {

    private final LiveRuns live = new LiveRuns(new OperationsConfig(Duration.ofSeconds(15), "a", "payara"));
    private final Ends ends = new Ends();
    private Runs runs;
    private RunRecorder recorder;

    @BeforeEach
    void emptyTables() {
        runs = new Runs(OperationsDatabase.empty(), Duration.ofSeconds(15));
        recorder = new RunRecorder(runs, live, new FakeEngine(), ends);
    }

    @Test
    void anEndIsRecordedToldAndForgotten() {
        long id = begin();

        recorder.ended(id, 1, RunStatus.COMPLETED, null);

        assertThat(status(id)).isEqualTo(RunStatus.COMPLETED);
        assertThat(ends.told).containsExactly(new RunEnded(id, "run-inspection", RunStatus.COMPLETED));
        assertThat(live.all()).isEmpty();
    }

    @Test
    void aJobWhoseRunWasAdoptedElsewhereMustNotWork() {
        long id = add();
        OperationsDatabase.execute("UPDATE job_run SET server = 'another', attempt = 2");

        assertThatIllegalStateException().isThrownBy(() -> recorder.began(id, 1, 7));

        recorder.ended(id, 1, RunStatus.FAILED, null);
        assertThat(status(id)).isEqualTo(RunStatus.STARTING);
        assertThat(ends.told).isEmpty();
        assertThat(live.all()).isEmpty();
    }

    @Test
    void aStopThatAPersonAskedForEndsTheRun() {
        long id = begin();
        runs.requestStop(id);

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
        assertThat(runs.claimOrphans("b", 10)).hasSize(1);
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
    void theEndOfAnEarlierAttemptSaysNothingAboutTheRunningOne() {
        long id = begin();

        recorder.ended(id, 9, RunStatus.FAILED, null);

        assertThat(status(id)).isEqualTo(RunStatus.STARTED);
        assertThat(live.all()).hasSize(1);
    }

    private long add() {
        return runs.add("run-inspection", Map.of(), null, live.server());
    }

    private long begin() {
        long id = add();
        recorder.began(id, 1, 7);
        return id;
    }

    private RunStatus status(long id) {
        return runs.find(id).orElseThrow().status();
    }

    private static final class FakeEngine extends BatchEngine {
        @Override
        public String name() {
            return "fake";
        }
    }

    private static final class Ends implements Event<RunEnded> {

        private final List<RunEnded> told = new ArrayList<>();

        @Override
        public void fire(RunEnded event) {
            told.add(event);
        }

        @Override
        public <U extends RunEnded> CompletionStage<U> fireAsync(U event) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends RunEnded> CompletionStage<U> fireAsync(U event, NotificationOptions options) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Event<RunEnded> select(Annotation... qualifiers) {
            return this;
        }

        @Override
        public <U extends RunEnded> Event<U> select(Class<U> subtype, Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends RunEnded> Event<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }
    }
}
