package org.computility.settlement.daily;

import jakarta.enterprise.context.Dependent;
import java.util.Optional;
import org.computility.operations.declared.DailyTime;
import org.computility.operations.declared.DeclaredJob;

/** {@code reconcile-ledger} proves that usage, bills, charges, entries, balances and payouts agree; else it fails. */
@Dependent
class ReconcileLedgerJob implements DeclaredJob {

    private final DailyConfig config;

    ReconcileLedgerJob() {
        this(DailyConfig.current());
    }

    ReconcileLedgerJob(DailyConfig config) {
        this.config = config;
    }

    @Override
    public String name() {
        return "reconcile-ledger";
    }

    @Override
    public Optional<DailyTime> schedule() {
        return config.reconcile();
    }
}
