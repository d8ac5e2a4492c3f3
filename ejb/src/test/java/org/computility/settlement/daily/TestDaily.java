package org.computility.settlement.daily;

import java.time.Clock;
import java.util.List;
import org.computility.audit.AuditEntry;
import org.computility.audit.AuditTrail;
import org.computility.settlement.bills.OrderSettlement;
import org.computility.settlement.bills.Payouts;
import org.computility.settlement.rating.BillPeriods;
import org.hibernate.StatelessSession;

/** The clock's work over a test database. */
public final class TestDaily {

    private TestDaily() {}

    public static DailySettlement settlement(
            StatelessSession session, Clock clock, OrderSettlement settlement, Payouts payouts, BillPeriods periods) {
        DailySettlement daily = new DailySettlement();
        daily.orders = new OrdersAtWork_(session);
        daily.settlement = settlement;
        daily.payouts = payouts;
        daily.clock = clock;
        daily.periods = periods;
        return daily;
    }

    /** Seals what is committed; its records go without a chain. */
    public static void seal(StatelessSession session, Clock clock) {
        LedgerSealing sealing = new LedgerSealing();
        sealing.batches = new LedgerBatches_(session);
        sealing.clock = clock;
        sealing.audit = new AuditTrail() {
            @Override
            public void recordWithChange(List<AuditEntry> entries) {
                entries.forEach(entry -> session.createNativeMutationQuery("""
                                insert into audit_record (id, at, action, target, source, outcome, request_id, hash)
                                values ((select count(*) + 1 from audit_record), now(), :action, :target, 'x', 200, :request, '')
                                """)
                        .setParameter("action", entry.action())
                        .setParameter("target", entry.target())
                        .setParameter("request", entry.requestId())
                        .executeUpdate());
            }
        };
        while (sealing.sealSome()) {
            // Until nothing is left.
        }
    }

    public static Reconciliation reconciliation(StatelessSession session) {
        Reconciliation reconciliation = new Reconciliation();
        reconciliation.differences = new Differences_(session);
        return reconciliation;
    }
}
