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

    @EJB
    DailySettlement settlement;

    @EJB
    BatchRuns runs;

    /** Rates, closes and takes what balances cover. */
    public void settle(long run, int part, List<UUID> orders) {
        show(run, settlement.settle(run, part, orders));
    }

    /** Pays out. */
    public void payOut(long run, int part, List<UUID> orders) {
        show(run, settlement.payOut(run, part, orders));
    }

    private void show(long run, SettleTally tally) {
        runs.progress(run, 0, tally.facts());
    }
}
