package org.computility.operations;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Takes over the runs of servers that are silent for longer than their lease, and buries what they left behind. */
@Stateless
public class OrphanAdoption {

    private static final Logger LOG = System.getLogger(OrphanAdoption.class.getName());
    /** As many as one beat starts without delaying the next. */
    private static final int AT_ONCE = 20;

    @Inject
    private Runs runs;

    @Inject
    private DeadExecutions dead;

    @EJB
    private LiveRuns live;

    @Inject
    private Event<RunWanted> wanted;

    @Inject
    private Event<RunEnded> ended;

    /** Claims orphans and lets them go on here once that is committed. */
    public void adopt() {
        var orphans = runs.claimOrphans(live.server(), AT_ONCE);
        if (orphans.isEmpty()) {
            return;
        }
        dead.markFailed();
        for (Orphan orphan : orphans) {
            LOG.log(
                    Level.INFO,
                    "Run {0} of {1} is adopted from {2}.",
                    orphan.run(),
                    orphan.jobName(),
                    orphan.deadServer());
            if (orphan.status() == RunStatus.STARTING) {
                wanted.fire(new RunWanted(orphan.run(), orphan.attempt()));
            } else {
                ended.fire(new RunEnded(orphan.run(), orphan.jobName(), orphan.status()));
            }
        }
    }

    /** Buries executions whose server died between the run's end and the engine's own note of it. */
    public void sweep() {
        dead.markFailed();
    }
}
