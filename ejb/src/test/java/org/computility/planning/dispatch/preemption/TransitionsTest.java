package org.computility.planning.dispatch.preemption;

import static org.computility.planning.LockOrder.NOW;

import java.util.List;
import java.util.UUID;
import org.computility.planning.state.EveryInstance;
import org.computility.planning.state.InstanceEvent;
import org.computility.planning.state.TransitionsContract;

class TransitionsTest extends TransitionsContract {

    private final Preemptions preemptions = new Preemptions_(session);

    @Override
    protected List<Call> calls() {
        return List.of(
                new Call(
                        Preemptions.class,
                        "order",
                        InstanceEvent.STOP_ORDERED,
                        all -> preemptions.order(all.ids(), all.each(new UUID[0], UUID.randomUUID()), NOW, NOW)),
                new Call(
                        Preemptions.class,
                        "yielded",
                        InstanceEvent.YIELDED,
                        all -> preemptions.yielded(marked(all), all.each(new String[0], "gave way"), NOW)),
                new Call(
                        Preemptions.class,
                        "spared",
                        InstanceEvent.SPARED,
                        all -> preemptions.spared(marked(all), all.each(new String[0], "refused"), NOW, NOW)));
    }

    private UUID[] marked(EveryInstance all) {
        session.createNativeMutationQuery("update task_instance set preempted_by = gen_random_uuid()")
                .executeUpdate();
        return all.ids();
    }
}
