package org.computility.planning.inspection;

import static org.computility.planning.LockOrder.NOW;

import java.util.List;
import org.computility.planning.state.InstanceEvent;
import org.computility.planning.state.TransitionsContract;

class TransitionsTest extends TransitionsContract {

    private final Members members = new Members_(session);

    @Override
    protected List<Call> calls() {
        return List.of(
                new Call(
                        Members.class,
                        "beginRound",
                        InstanceEvent.ROUND_BEGAN,
                        all -> members.beginRound(all.plans().toArray(new Long[0]), NOW)),
                new Call(Members.class, "settle", InstanceEvent.GROUP_CLOSED, all -> members.settle(all.ids(), NOW)));
    }
}
