package org.computility.planning.dispatch.leaving;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.computility.compute.Accelerators;
import org.computility.shared.BusinessFailure;

/**
 * Tells a node that has unregistered to stop what it ran: its tasks run elsewhere by then. It is told once, at its last
 * address, by another thread: a node that does one thing at a time hears it when its own call is answered.
 */
@ApplicationScoped
public class Farewell {

    private static final Logger LOG = Logger.getLogger(Farewell.class.getName());

    @EJB
    Accelerators accelerators;

    @Resource
    private ManagedExecutorService executor;

    Executor helpers() {
        return executor;
    }

    public void on(@Observes(during = TransactionPhase.AFTER_SUCCESS) TasksLeft left) {
        helpers().execute(() -> stop(left));
    }

    private void stop(TasksLeft left) {
        List<String> ids = left.tasks().stream().map(UUID::toString).toList();
        try {
            accelerators.call(left.node(), connection -> connection.stopTasks(ids));
        } catch (BusinessFailure e) {
            LOG.log(Level.INFO, "Compute {0} has left and does not stop {1} tasks: {2}", new Object[] {
                left.node().code(), ids.size(), e.getMessage()
            });
        }
    }
}
