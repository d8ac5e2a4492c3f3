package org.computility.planning.periodic;

import static org.computility.planning.LockOrder.NOW;

import java.util.Arrays;
import java.util.List;
import org.computility.planning.state.EveryInstance;
import org.computility.planning.state.InstanceEvent;
import org.computility.planning.state.TransitionsContract;

class TransitionsTest extends TransitionsContract {

    private final Timetables timetables = new Timetables_(session);

    @Override
    protected List<Call> calls() {
        return List.of(
                new Call(Timetables.class, "follow", InstanceEvent.WINDOW_OPENED, all -> follow(all, true)),
                new Call(Timetables.class, "follow", InstanceEvent.WINDOW_CLOSED, all -> follow(all, false)));
    }

    private void follow(EveryInstance all, boolean open) {
        Long[] plans = all.plans().toArray(new Long[0]);
        Boolean[] each = new Boolean[plans.length];
        Arrays.fill(each, open);
        timetables.follow(plans, each, NOW, NOW.plusSeconds(5));
    }
}
