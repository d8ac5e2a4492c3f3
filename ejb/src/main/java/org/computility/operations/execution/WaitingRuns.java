package org.computility.operations.execution;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import org.computility.operations.RunStatus;
import org.computility.operations.turns.TurnClock;
import org.computility.operations.turns.TurnTaker;
import org.computility.operations.turns.TurnWork;

/**
 * Runs that hold no thread while they wait. A batchlet hands over what the run does in its turns and ends with {@value
 * #WAITING}, on which its job XML says {@code <stop on="WAITING" restart="…"/>}. The engine's execution is over then, the run
 * is not: it stays STARTED, with its lease. When its work is over, the engine executes the same job once more; that
 * execution's end is the run's.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class WaitingRuns {

    /** Exit status of an execution whose run goes on in turns. */
    public static final String WAITING = "WAITING";

    @Inject
    LiveRuns live;

    @EJB
    TurnClock clock;

    @EJB
    RunLauncher launcher;

    @Inject
    RunRecorder recorder;

    /** What the run does when the execution that calls has ended; answers {@value #WAITING}. */
    public String goOn(long runId, TurnWork work) {
        live.find(runId).ifPresent(run -> run.goOnWith(work));
        return WAITING;
    }

    /** Lets the run take its turns, if it is to go on in turns; false when the run ends with its execution. */
    public boolean begin(RunAttempt attempt, RunStatus end) {
        Optional<LiveRun> waiting = live.find(attempt.runId())
                .filter(run -> run.attempt() == attempt.number() && run.end() == null)
                .filter(run -> run.goesOnWith() != null && end != RunStatus.FAILED);
        waiting.ifPresent(run -> {
            TurnWork work = run.goesOnWith();
            run.goOnWith(null);
            clock.begin(new Taker(run, live, launcher, recorder), work);
            if (run.isToStop()) {
                // Told between the end of its execution and now, when neither was there to stop.
                clock.stop(run.id());
            }
        });
        return waiting.isPresent();
    }

    /** A run between its executions. */
    private record Taker(LiveRun run, LiveRuns live, RunLauncher launcher, RunRecorder recorder) implements TurnTaker {

        @Override
        public long runId() {
            return run.id();
        }

        @Override
        public boolean isHeld() {
            return live.isHeld(run);
        }

        @Override
        public void over() {
            launcher.launch(run.id(), run.attempt());
        }

        @Override
        public void stopped() {
            recorder.ended(run.id(), run.attempt(), RunStatus.STOPPED, null);
        }
    }
}
