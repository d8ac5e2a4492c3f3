package org.computility.architecture;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which rooms there are, and which room may use which: only those below it, and never one beside it. */
final class RoomMap {

    /** From the ground up; rooms on one storey do not use each other. */
    private static final List<Set<String>> STOREYS = List.of(
            Set.of("shared"),
            Set.of("audit"),
            Set.of("identity"),
            Set.of("notifications", "operations"),
            Set.of("centers", "compute"),
            Set.of("datasets"),
            Set.of("algorithms"),
            Set.of("licensing"),
            Set.of("serving"),
            Set.of("jobs"),
            Set.of("results"),
            Set.of("planning"),
            Set.of("settlement"),
            Set.of("trading"),
            Set.of("energy"),
            Set.of("reporting"),
            Set.of("federation"),
            Set.of("observation"));

    /** Packages beside the rooms: programs and libraries with a module of their own. */
    static final Set<String> OUTBUILDINGS =
            Set.of("algopackage", "client", "connector", "database", "demo", "runtime", "server", "trainer");

    private RoomMap() {}

    static Set<String> rooms() {
        Set<String> all = new TreeSet<>();
        STOREYS.forEach(all::addAll);
        return all;
    }

    /** The rooms that this one must not use. */
    static Set<String> forbiddenTo(String room) {
        Set<String> forbidden = rooms();
        for (Set<String> storey : STOREYS) {
            if (storey.contains(room)) {
                forbidden.remove(room);
                return forbidden;
            }
            forbidden.removeAll(storey);
        }
        throw new IllegalArgumentException("no such room: " + room);
    }
}
