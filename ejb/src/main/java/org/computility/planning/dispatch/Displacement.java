package org.computility.planning.dispatch;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import org.computility.compute.NodeOffline;
import org.computility.compute.NodeUnregistered;
import org.computility.serving.ServiceUnloaded;

/** Instances whose node or service is gone wait for another; the clock of retries starts them there. */
@Stateless
public class Displacement {

    @Inject
    ActiveTasks active;

    @Inject
    Ends ends;

    @Inject
    Clock clock;

    public void on(@Observes NodeOffline event) {
        ends.lost(active.onNode(event.code()), "Compute " + event.code() + " is offline.", clock.instant());
    }

    public void on(@Observes NodeUnregistered event) {
        ends.lost(active.onNode(event.code()), "Compute " + event.code() + " has left.", clock.instant());
    }

    public void on(@Observes ServiceUnloaded event) {
        ends.lost(
                active.onService(event.serviceId()),
                "Service " + event.serviceId() + " was unloaded.",
                clock.instant());
    }
}
