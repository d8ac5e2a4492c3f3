package org.computility.jobs.placement;

import java.time.Instant;
import java.util.List;

/**
 * What one waiting job met in a round.
 *
 * @param within when it was reached among the jobs within their quotas, whether it was within its own or not
 * @param borrowing when it was reached among those that borrow; null where it never was
 * @param placed null where it waits on
 * @param before what was decided before its last turn
 */
public record Turns(Turn within, Turn borrowing, Decision.Placed placed, List<Decision.Placed> before) {

    /**
     * The network as it was when the job's turn came.
     *
     * @param used what its organisation used
     * @param quota null: none
     */
    public record Turn(Amount used, Amount quota, List<CenterTurn> centers) {}

    /**
     * A center then.
     *
     * @param wantedBy where jobs borrow: a job within its quota that waits for this center, so that nobody borrows here; else null
     * @param reservedFor the job that room is reserved for, from {@code reservedFrom}; null: none
     */
    public record CenterTurn(
            CenterRoom facts, String wantedBy, String reservedFor, Instant reservedFrom, List<NodeTurn> nodes) {}

    /**
     * A node then.
     *
     * @param couldHold whether it could hold a task if nothing else ran there
     * @param atStart what was free when the round began
     * @param free what was free, without what is kept for jobs
     * @param late what of it may be taken by a job that runs on when the reservation begins
     */
    public record NodeTurn(String name, boolean couldHold, Amount total, Amount atStart, Amount free, Amount late) {}
}
