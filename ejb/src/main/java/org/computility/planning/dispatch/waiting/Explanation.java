package org.computility.planning.dispatch.waiting;

import java.time.Instant;
import java.util.List;

/**
 * Why an instance waits.
 *
 * @param startsNext nothing is in its way: it starts in the next turn
 * @param places one for each service of its capability and each other node, by node
 * @param changes each admits it at once: the smallest of all first, then the smallest of each other combination of kinds
 * @param start when it may start; null where nobody can tell
 */
public record Explanation(boolean startsNext, List<SpotReason> places, List<Change> changes, Instant start) {

    public Explanation {
        places = List.copyOf(places);
        changes = List.copyOf(changes);
    }
}
