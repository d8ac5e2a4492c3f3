package org.computility.planning.dispatch;

import jakarta.annotation.Priority;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.computility.compute.NodeOffline;
import org.computility.compute.NodeUnregistered;
import org.computility.planning.dispatch.leaving.TasksLeft;
import org.computility.serving.ServicesUnloaded;

/** Instances whose node or service is gone wait for another; the clock of retries starts them there. */
@Stateless
public class Displacement {

    @Inject
    ActiveTasks active;

    @Inject
    Ends ends;

    @Inject
    Clock clock;

    @Inject
    Event<TasksLeft> left;

    public void on(@Observes NodeOffline event) {
        ends.lost(active.onNode(event.code()), "Compute " + event.code() + " is offline.", clock.instant());
    }

    /** Before the services go, which also ends what they ran: then nobody knew any more what the node is to stop. */
    public void on(@Observes @Priority(Interceptor.Priority.APPLICATION) NodeUnregistered event) {
        List<UUID> tasks = active.onNode(event.code());
        ends.lost(tasks, "Compute " + event.code() + " has left.", clock.instant());
        if (!tasks.isEmpty()) {
            left.fire(new TasksLeft(event.address(), tasks));
        }
    }

    public void on(@Observes ServicesUnloaded event) {
        Map<UUID, String> messages = new HashMap<>();
        active.onServices(event.serviceIds().toArray(UUID[]::new))
                .forEach(task -> messages.put(task.id(), "Service " + task.serviceId() + " is not loaded any more."));
        ends.lost(messages, Ends.EVER, clock.instant());
    }
}
