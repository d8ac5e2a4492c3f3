package org.computility.operations.execution;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.listener.JobListener;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.context.JobContext;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.computility.operations.RunStatus;

/**
 * Projects what the engine does into the run's row. Every job XML begins with
 *
 * <pre>{@code
 * <listeners>
 *   <listener ref="runListener">
 *     <properties><property name="runAttempt" value="#{jobParameters['runAttempt']}"/></properties>
 *   </listener>
 * </listeners>
 * }</pre>
 *
 * and hands {@code #{jobParameters['runId']}} to the artifacts that report progress. The job's exit status becomes the run's
 * exit message. The run of a job that goes on in turns ({@link WaitingRuns}) does not end with the execution.
 */
@Named("runListener")
@Dependent
public class RunListener implements JobListener {

    /** Job parameter: the run's id, a slash, the number of the attempt. */
    static final String RUN_ATTEMPT = "runAttempt";

    @Inject
    @BatchProperty(name = RUN_ATTEMPT)
    private String runAttempt;

    @Inject
    private JobContext job;

    @Inject
    private RunRecorder recorder;

    @EJB
    private WaitingRuns waiting;

    @Override
    public void beforeJob() {
        recorder.began(runId(), attempt(), job.getExecutionId());
    }

    @Override
    public void afterJob() {
        String exit = job.getExitStatus();
        RunStatus status = finalStatus(job.getBatchStatus());
        if (waiting.begin(new RunAttempt(runId(), attempt()), status)) {
            return;
        }
        recorder.ended(runId(), attempt(), status, status.name().equals(exit) ? null : exit);
    }

    /** Both engines set their final state after this listener: an execution that still runs here will complete. */
    static RunStatus finalStatus(BatchStatus now) {
        return switch (now) {
            case STARTING, STARTED, COMPLETED -> RunStatus.COMPLETED;
            case STOPPING, STOPPED -> RunStatus.STOPPED;
            case FAILED, ABANDONED -> RunStatus.FAILED;
        };
    }

    private long runId() {
        return Long.parseLong(runAttempt.substring(0, runAttempt.indexOf('/')));
    }

    private int attempt() {
        return Integer.parseInt(runAttempt.substring(runAttempt.indexOf('/') + 1));
    }
}
