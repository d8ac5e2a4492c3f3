package org.computility.planning.state;

import static org.computility.planning.state.InstanceState.ACTIVE;
import static org.computility.planning.state.Transition.each;
import static org.computility.planning.state.Transition.union;

import java.util.Set;

/**
 * What moves an instance from one state to another: the whole state machine. Every statement that writes states names its
 * events by {@link Makes}. Where an event has two ends, the instance waits or is paused: paused if nobody wants it any more.
 */
public enum InstanceEvent {
    /** It is new: wanted, or waiting until somebody wants it. */
    ADDED(Set.of(new Transition(null, InstanceState.PENDING), new Transition(null, InstanceState.PAUSED))),

    /** Somebody wants it to run. */
    WANTED(each(
            Set.of(InstanceState.PAUSED, InstanceState.YIELDED, InstanceState.FINISHED, InstanceState.ERROR),
            InstanceState.PENDING)),

    /** Somebody wants it to run, but its plan is closed by its windows. */
    HELD_BACK(each(
            Set.of(InstanceState.PENDING, InstanceState.YIELDED, InstanceState.FINISHED, InstanceState.ERROR),
            InstanceState.PAUSED)),

    /** The windows of its plan close the plan; a node that has it is being told to stop it. */
    WINDOW_CLOSED(union(
            each(Set.of(InstanceState.PENDING, InstanceState.YIELDED, InstanceState.ERROR), InstanceState.PAUSED),
            each(Set.of(InstanceState.STARTING, InstanceState.RUNNING), InstanceState.STOPPING))),

    /** The windows of its plan open the plan. */
    WINDOW_OPENED(each(Set.of(InstanceState.PAUSED, InstanceState.ERROR), InstanceState.PENDING)),

    /** Nobody wants it any more, and no node has it. */
    UNWANTED(each(Set.of(InstanceState.PENDING, InstanceState.YIELDED), InstanceState.PAUSED)),

    /** It has a place: a node is told to run it. */
    PLACED(each(
            Set.of(InstanceState.PENDING, InstanceState.YIELDED, InstanceState.FINISHED, InstanceState.ERROR),
            InstanceState.STARTING)),

    /** There is no place for it yet. */
    WAITS(each(Set.of(InstanceState.ERROR), InstanceState.PENDING)),

    /** There is no place for it, and its group does not wait. */
    MISSED(each(Set.of(InstanceState.PENDING, InstanceState.FINISHED), InstanceState.ERROR)),

    /** The others of its group took the room: it comes first in the next group. */
    POSTPONED(each(Set.of(InstanceState.FINISHED, InstanceState.ERROR), InstanceState.PENDING)),

    /** Its node says that frames come. */
    FRAMES_COME(each(Set.of(InstanceState.STARTING), InstanceState.RUNNING)),

    /** Its node says that it is reconnecting. */
    FRAMES_CEASE(each(Set.of(InstanceState.RUNNING), InstanceState.STARTING)),

    /** Its node is being told to stop it. */
    STOP_ORDERED(each(Set.of(InstanceState.STARTING, InstanceState.RUNNING), InstanceState.STOPPING)),

    /** It is stopped; it waits if somebody wants it all the same. */
    STOPPED(each(Set.of(InstanceState.STOPPING), InstanceState.PENDING, InstanceState.PAUSED)),

    /** Its node has ended it to make room for a higher priority: it resumes when there is room. */
    YIELDED(each(Set.of(InstanceState.STOPPING), InstanceState.YIELDED, InstanceState.PAUSED)),

    /** Its node was to end it to make room, and did not: it runs on. */
    SPARED(each(Set.of(InstanceState.STOPPING), InstanceState.RUNNING)),

    /** Its group's time is over. */
    TIMED_OUT(each(Set.of(InstanceState.STOPPING), InstanceState.FINISHED, InstanceState.PAUSED)),

    /** It came to its own end; in a periodic plan, it waits if it was wanted anew during its stop. */
    FINISHED(union(
            each(ACTIVE, InstanceState.FINISHED, InstanceState.PAUSED),
            each(Set.of(InstanceState.STOPPING), InstanceState.PENDING))),

    /** Its node refused it, or it failed there; in a periodic plan, it waits if it was wanted anew during its stop. */
    FAILED(union(each(ACTIVE, InstanceState.ERROR), each(Set.of(InstanceState.STOPPING), InstanceState.PENDING))),

    /** Its node or its service is gone. */
    LOST(each(ACTIVE, InstanceState.PENDING, InstanceState.PAUSED)),

    /** Its inspection begins a round. */
    ROUND_BEGAN(each(Set.of(InstanceState.FINISHED, InstanceState.ERROR), InstanceState.PENDING)),

    /** Its group is over, and it found no second place. */
    GROUP_CLOSED(each(Set.of(InstanceState.PENDING), InstanceState.ERROR));

    private final Set<Transition> transitions;

    InstanceEvent(Set<Transition> transitions) {
        this.transitions = Set.copyOf(transitions);
    }

    /** All that this event may do. */
    public Set<Transition> transitions() {
        return transitions;
    }
}
