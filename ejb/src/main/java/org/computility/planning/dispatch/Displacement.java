package org.computility.planning.dispatch;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.computility.compute.NodeOffline;
import org.computility.compute.NodeUnregistered;
import org.computility.serving.ServiceUnloaded;

/** Instances whose node or service is gone wait for another; the clock of planning starts them there. */
@Stateless
public class Displacement {

    @Resource(lookup = "java:app/jdbc/computility")
    private DataSource database;

    @Inject
    private Clock clock;

    public void on(@Observes NodeOffline event) {
        lost(new EndTable(database).activeOnNode(event.code()), "Compute " + event.code() + " is offline.");
    }

    public void on(@Observes NodeUnregistered event) {
        lost(new EndTable(database).activeOnNode(event.code()), "Compute " + event.code() + " has left.");
    }

    public void on(@Observes ServiceUnloaded event) {
        lost(
                new EndTable(database).activeOnService(event.serviceId()),
                "Service " + event.serviceId() + " was unloaded.");
    }

    private void lost(List<UUID> ids, String message) {
        if (!ids.isEmpty()) {
            new EndTable(database).lost(ids, message, clock.instant());
        }
    }
}
