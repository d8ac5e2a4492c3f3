package org.computility.planning.state;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One step of an instance.
 *
 * @param from null: there was no instance before
 */
public record Transition(InstanceState from, InstanceState to) {

    /** From each of these states to that state. */
    static Set<Transition> each(Set<InstanceState> from, InstanceState to) {
        return from.stream().map(state -> new Transition(state, to)).collect(Collectors.toSet());
    }

    /** From each of these states to either of those states. */
    static Set<Transition> each(Set<InstanceState> from, InstanceState one, InstanceState other) {
        return union(each(from, one), each(from, other));
    }

    static Set<Transition> union(Set<Transition> some, Set<Transition> others) {
        return Stream.concat(some.stream(), others.stream()).collect(Collectors.toUnmodifiableSet());
    }
}
