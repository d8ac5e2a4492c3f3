package org.computility.settlement.daily;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import java.util.Optional;
import org.computility.operations.declared.DailyTime;
import org.computility.operations.declared.DeclaredJob;
import org.computility.operations.declared.JobParameter;

/**
 * {@code settle-orders} rates what was used, closes bills of months that are over, takes what is due from prepaid balances, and
 * pays out what was earned, {@value #AT_ONCE} orders in a transaction; where {@value #ORDER} names one, of that order only.
 */
@Dependent
class SettleOrdersJob implements DeclaredJob {

    private static final String AT_ONCE = "atOnce";
    private static final String ORDER = "order";
    private static final long SOME = 200;
    private static final long MANY = 5_000;

    private final DailyConfig config;

    SettleOrdersJob() {
        this(DailyConfig.current());
    }

    SettleOrdersJob(DailyConfig config) {
        this.config = config;
    }

    @Override
    public String name() {
        return "settle-orders";
    }

    @Override
    public List<JobParameter> parameters() {
        return List.of(JobParameter.number(AT_ONCE, SOME, 1, MANY), JobParameter.one(ORDER));
    }

    @Override
    public Optional<DailyTime> schedule() {
        return config.settle();
    }
}
