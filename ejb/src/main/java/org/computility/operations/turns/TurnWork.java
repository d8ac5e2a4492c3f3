package org.computility.operations.turns;

import java.time.Instant;
import java.util.Optional;

/**
 * What a run does in turns. One thread at a time calls it, and each call sees what the call before did. The work keeps its
 * position in the business's tables, as every job does: another server may begin it anew at any point.
 */
public interface TurnWork {

    /**
     * Does what is due. Waits for nothing but the answers that it needs: a turn holds a thread that others need.
     *
     * @return when the next turn is due, a time that is past being now; empty when the work is over. A turn that throws is
     *     taken again, after 1 s and then after ever longer pauses up to 30 s.
     */
    Optional<Instant> turn();

    /** Whose turns may be taken together with this one's; null where each is taken alone. */
    default Company company() {
        return null;
    }

    /** The run is to stop: ends what the turns have begun. No turn follows. */
    void giveUp();
}
