package org.computility.operations.execution;

import jakarta.batch.operations.BatchRuntimeException;
import jakarta.batch.operations.JobExecutionNotRunningException;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.operations.NoSuchJobExecutionException;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Properties;
import java.util.concurrent.RejectedExecutionException;

/**
 * The one place that calls the server's {@code JobOperator}. On Payara each execution belongs to the component that
 * started it. Another component is refused with a {@code JobSecurityException}, so nobody else may call the operator.
 *
 * <p>The engines keep their own transactions, so none surrounds these calls.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BatchEngine {

    private static final Logger LOG = System.getLogger(BatchEngine.class.getName());

    /** Which engine this server has: {@code jberet} (WildFly) or {@code jbatch} (Payara). */
    public String name() {
        return operator().getClass().getName().contains("jberet") ? "jberet" : "jbatch";
    }

    /** Begins a job; answers the engine's number of the execution. */
    public long start(String jobName, Properties parameters) {
        return operator().start(jobName, parameters);
    }

    /**
     * Begins the job of a dead or ended execution again: with its checkpoints where the engine still shows the
     * execution, else from the beginning. Both are right, since our jobs keep their position in the business's tables.
     */
    public long restart(long executionId, String jobName, Properties parameters) {
        try {
            return operator().restart(executionId, parameters);
        } catch (BatchRuntimeException e) {
            if (isFull(e)) {
                throw e;
            }
            // jbatch refuses executions of an earlier deployment, and any engine refuses executions that it has lost.
            LOG.log(Level.INFO, "Execution {0} of {1} starts from its beginning: {2}", executionId, jobName, e);
            return start(jobName, parameters);
        }
    }

    /** Whether the engine refused for want of a free thread: WildFly's keeps what it has no thread for, Payara's refuses. */
    static boolean isFull(Throwable refusal) {
        return refusal instanceof RejectedExecutionException
                || refusal.getCause() != null && isFull(refusal.getCause());
    }

    /** Asks an execution of this process to stop; an execution that has ended meanwhile is left alone. */
    public void stop(long executionId) {
        try {
            operator().stop(executionId);
        } catch (JobExecutionNotRunningException | NoSuchJobExecutionException e) {
            LOG.log(Level.DEBUG, "Execution {0} needs no stop: {1}", executionId, e);
        }
    }

    private static JobOperator operator() {
        return BatchRuntime.getJobOperator();
    }
}
