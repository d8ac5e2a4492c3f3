package org.computility.compute.events;

import java.time.Instant;
import java.util.List;

/**
 * What a node answered when it was asked for all that it holds of one kind.
 *
 * @param asked before the question left; the answer may be as old
 */
public record Told<T>(String computeCode, Instant asked, List<T> held) {

    public Told {
        held = List.copyOf(held);
    }
}
