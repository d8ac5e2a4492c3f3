package org.computility.settlement.batch;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.List;
import java.util.UUID;
import org.computility.operations.BatchRuns;
import org.computility.settlement.daily.DailySettlement;
import org.computility.settlement.daily.SettleTally;

/**
 * What the job's artifacts do, each time in one transaction of its own, never in the engine's: that one would span two
 * connections, and stay in doubt where the server is killed in its middle. So a chunk commits first, the engine's checkpoint
 * after it. A chunk whose checkpoint is lost comes again: what it rated and paid is not found any more.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SettleRuns {

    /** Of a hundred: settling is one, paying out the other. */
    private static final double HALF = 50;

    @EJB
    DailySettlement settlement;

    @EJB
    BatchRuns runs;

    /** Rates, closes and takes what balances cover. */
    public void settle(long run, int part, List<UUID> orders) {
        show(run, share(orders) * HALF, settlement.settle(run, part, orders));
    }

    /** Pays out. */
    public void payOut(long run, int part, List<UUID> orders) {
        show(run, HALF + share(orders) * HALF, settlement.payOut(run, part, orders));
    }

    /** Counts orders that could not be worked on. */
    public void skip(long run, int part, List<UUID> orders) {
        settlement.skip(run, part, orders.size());
    }

    private void show(long run, double percent, SettleTally tally) {
        runs.progress(run, percent, tally.facts());
    }

    /** How far the last of them is in the order of all IDs, which are spread evenly. */
    private static double share(List<UUID> orders) {
        return orders.stream()
                .mapToDouble(order -> (order.getMostSignificantBits() >>> 1) / (double) Long.MAX_VALUE)
                .max()
                .orElse(0);
    }
}
