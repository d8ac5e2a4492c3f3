package org.computility.operations.recovery;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.computility.operations.OperationsConfig;

/**
 * Executions that the engines' own tables show as running although no run stands behind them any more. jbatch leaves
 * the executions of a killed server STARTED for ever, JBeret until somebody restarts them; here they become FAILED.
 *
 * <p>An execution is recognised by its job parameter {@code runAttempt}, which both engines keep with it. Executions
 * without it are none of ours. An execution that still works writes its own end over this one.
 */
@Dependent
class DeadExecutions {

    private static final Logger LOG = System.getLogger(DeadExecutions.class.getName());

    private static final String NOBODY_BEHIND = """
            e.batchstatus IN ('STARTING', 'STARTED', 'STOPPING') AND %1$s IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM job_run r
                WHERE r.status IN ('PENDING', 'STARTING', 'STARTED', 'STOPPING') AND r.id || '/' || r.attempt = %1$s)""";

    /** jbatch serializes the parameters: the name, a type byte and a length, the value. */
    private static final String JBATCH_ATTEMPT =
            "substring(encode(e.parameters, 'escape') from 'runAttempt[^/]{0,40}?([0-9]+/[0-9]+)')";

    private static final String JBERET_ATTEMPT = "substring(e.jobparameters from 'runAttempt *= *([0-9]+/[0-9]+)')";

    private final Orphans orphans;
    private final String prefix;

    @Inject
    DeadExecutions(Orphans orphans) {
        this(orphans, OperationsConfig.get().batchTablePrefix());
    }

    DeadExecutions(Orphans orphans, String prefix) {
        this.orphans = orphans;
        this.prefix = prefix;
    }

    /** Marks them FAILED, in whichever engine's tables exist in this database; answers how many there were. */
    int markFailed() {
        int marked = 0;
        if (orphans.isThere(prefix + "executioninstancedata")) {
            marked += mark(jbatch());
        }
        if (orphans.isThere("job_execution")) {
            marked += mark(jberet());
        }
        if (marked > 0) {
            LOG.log(Level.INFO, "{0} executions of dead servers are marked FAILED.", marked);
        }
        return marked;
    }

    private String jbatch() {
        return """
                WITH dead AS (
                    UPDATE %1$sexecutioninstancedata e SET batchstatus = 'FAILED', exitstatus = 'FAILED',
                        endtime = localtimestamp, updatetime = localtimestamp
                    WHERE %2$s RETURNING jobexecid),
                steps AS (
                    UPDATE %1$sstepexecutioninstancedata s SET batchstatus = 'FAILED', endtime = localtimestamp
                    FROM dead WHERE s.jobexecid = dead.jobexecid
                        AND s.batchstatus IN ('STARTING', 'STARTED', 'STOPPING'))
                SELECT count(*) FROM dead""".formatted(prefix, NOBODY_BEHIND.formatted(JBATCH_ATTEMPT));
    }

    private static String jberet() {
        return """
                WITH dead AS (
                    UPDATE job_execution e SET batchstatus = 'FAILED', exitstatus = 'FAILED',
                        endtime = localtimestamp, lastupdatedtime = localtimestamp
                    WHERE %s RETURNING jobexecutionid),
                steps AS (
                    UPDATE step_execution s SET batchstatus = 'FAILED', endtime = localtimestamp
                    FROM dead WHERE s.jobexecutionid = dead.jobexecutionid
                        AND s.batchstatus IN ('STARTING', 'STARTED', 'STOPPING'))
                SELECT count(*) FROM dead""".formatted(NOBODY_BEHIND.formatted(JBERET_ATTEMPT));
    }

    // In no repository, because settings name the engines' tables.
    private int mark(String statement) {
        return orphans.session().createNativeQuery(statement, Integer.class).getSingleResult();
    }
}
