package org.computility.planning;

import static org.computility.planning.LockOrder.NOW;

import java.util.List;
import java.util.UUID;
import org.computility.planning.state.EveryInstance;
import org.computility.planning.state.InstanceEvent;
import org.computility.planning.state.TransitionsContract;

class TransitionsTest extends TransitionsContract {

    private final Instances table = new Instances_(session);

    @Override
    protected List<Call> calls() {
        return List.of(
                new Call(Instances.class, "add", InstanceEvent.ADDED, this::add),
                new Call(Instances.class, "want", InstanceEvent.WANTED, all -> table.want(all.ids(), NOW)),
                new Call(
                        Instances.class,
                        "wantAll",
                        InstanceEvent.WANTED,
                        all -> all.plans().forEach(plan -> table.wantAll(plan, NOW))),
                new Call(Instances.class, "hold", InstanceEvent.HELD_BACK, all -> table.hold(all.ids(), NOW)),
                new Call(
                        Instances.class,
                        "holdAll",
                        InstanceEvent.HELD_BACK,
                        all -> all.plans().forEach(plan -> table.holdAll(plan, NOW))),
                new Call(Instances.class, "unwant", InstanceEvent.UNWANTED, all -> table.unwant(all.ids(), NOW)),
                new Call(
                        Instances.class,
                        "unwantAll",
                        InstanceEvent.UNWANTED,
                        all -> all.plans().forEach(plan -> table.unwantAll(plan, NOW))));
    }

    private void add(EveryInstance all) {
        for (long plan : all.plans()) {
            add(plan, true);
            add(plan, false);
        }
    }

    private void add(long plan, boolean wanted) {
        String[] texts = {"{}"};
        table.add(plan, texts, texts, new String[1], new Integer[] {0}, new UUID[1], wanted, NOW);
    }
}
