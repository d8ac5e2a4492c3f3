package org.computility.planning.dispatch;

import static org.computility.planning.LockOrder.NOW;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.computility.planning.state.EveryInstance;
import org.computility.planning.state.InstanceEvent;
import org.computility.planning.state.InstanceState;
import org.computility.planning.state.TransitionsContract;

class TransitionsTest extends TransitionsContract {

    private final Starts starts = new Starts_(session);
    private final Ends ends = new Ends_(session);
    private final Beliefs beliefs = new Beliefs_(session);

    @Override
    protected List<Call> calls() {
        return List.of(
                new Call(Starts.class, "assign", InstanceEvent.PLACED, this::assign),
                new Call(Starts.class, "noRoom", InstanceEvent.WAITS, all -> noRoom(all, false)),
                new Call(Starts.class, "noRoom", InstanceEvent.MISSED, all -> noRoom(all, true)),
                new Call(
                        Starts.class,
                        "postpone",
                        InstanceEvent.POSTPONED,
                        all -> starts.postpone(all.ids(), all.each(new String[0], "full"), NOW)),
                new Call(Beliefs.class, "alive", InstanceEvent.FRAMES_COME, all -> alive(all, "RUNNING")),
                new Call(Beliefs.class, "alive", InstanceEvent.FRAMES_CEASE, all -> alive(all, "STARTING")),
                new Call(Ends.class, "stopping", InstanceEvent.STOP_ORDERED, all -> ends.stopping(all.ids(), NOW)),
                new Call(Ends.class, "stopped", InstanceEvent.STOPPED, all -> stopped(all, InstanceState.PENDING)),
                new Call(Ends.class, "stopped", InstanceEvent.TIMED_OUT, all -> stopped(all, InstanceState.FINISHED)),
                new Call(Ends.class, "ended", InstanceEvent.FINISHED, all -> ended(all, InstanceState.FINISHED)),
                new Call(Ends.class, "ended", InstanceEvent.FAILED, all -> ended(all, InstanceState.ERROR)),
                new Call(Ends.class, "brokenOff", InstanceEvent.LOST, this::brokenOff),
                new Call(Ends.class, "lost", InstanceEvent.LOST, this::lost));
    }

    private void assign(EveryInstance all) {
        starts.assign(
                all.ids(),
                all.each(new UUID[0], UUID.randomUUID()),
                all.each(new String[0], "node"),
                all.each(new Integer[0], null),
                NOW);
    }

    private void noRoom(EveryInstance all, boolean inspective) {
        starts.noRoom(
                all.ids(),
                all.each(new String[0], "full"),
                all.each(new Boolean[0], inspective),
                all.each(new Integer[0], 1),
                NOW,
                NOW);
    }

    private void alive(EveryInstance all, String state) {
        beliefs.alive(
                all.ids(),
                all.each(new String[0], state),
                all.each(new String[0], null),
                all.each(new Instant[0], NOW),
                NOW,
                NOW);
    }

    private void stopped(EveryInstance all, InstanceState next) {
        ends.stopped(all.ids(), next.name(), "STOPPED", null, NOW);
    }

    private void brokenOff(EveryInstance all) {
        ends.brokenOff(all.ids(), all.each(new String[0], "over"), "LOST", NOW, 300, NOW);
    }

    private void lost(EveryInstance all) {
        ends.lost(all.ids(), all.each(new String[0], "gone"), Ends.EVER, NOW, NOW);
    }

    private void ended(EveryInstance all, InstanceState state) {
        ends.ended(all.ids(), all.each(new String[0], "over"), state.name(), state.name(), NOW, 300, NOW);
    }
}
