package org.computility.operations.recovery;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.computility.operations.OperationsConfig;
import org.computility.operations.RunEnded;
import org.computility.operations.RunStatus;
import org.computility.operations.RunWanted;
import org.computility.shared.ThisServer;

/** Takes over the runs of servers that are silent for longer than their lease, and buries what they left behind. */
@Stateless
public class OrphanAdoption {

    private static final Logger LOG = System.getLogger(OrphanAdoption.class.getName());
    /** How many runs one beat starts without delaying the next. */
    private static final int AT_ONCE = 100;

    @Inject
    private Orphans orphans;

    @Inject
    private DeadExecutions dead;

    @Inject
    private ThisServer server;

    @Inject
    private Event<RunWanted> wanted;

    @Inject
    private Event<RunEnded> ended;

    private double lease;

    @PostConstruct
    void prepare() {
        lease = OperationsConfig.get().leaseSeconds();
    }

    /** Claims orphans and lets them go on here after the commit. */
    public void adopt() {
        var claimed = orphans.claim(server.name(), AT_ONCE, lease);
        if (claimed.isEmpty()) {
            return;
        }
        dead.markFailed();
        for (Orphan orphan : claimed) {
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
