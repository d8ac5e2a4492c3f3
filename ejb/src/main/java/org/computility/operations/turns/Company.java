package org.computility.operations.turns;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Works of one kind, whose turns are taken together when they are due together: many of them then cost as many statements and
 * commits as one.
 */
@FunctionalInterface
public interface Company {

    /**
     * Takes a turn of each of these, as {@link TurnWork#turn} would.
     *
     * @return when each one's next turn is due. A turn that is missing, or all where this throws, goes on alone, from where
     *     this has brought it
     */
    Map<TurnWork, Optional<Instant>> turns(List<TurnWork> due);
}
