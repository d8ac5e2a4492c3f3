package org.computility.settlement.computing.months;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.Collection;
import org.computility.settlement.Money;
import org.computility.shared.StandardTime;

/** What centers ran and earned; needs no caller. In no transaction. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MonthlyUse {

    @Inject
    MonthUses uses;

    /** Of those centers together: a job, or a user, of several of them counts once. The month is one of the platform's zone, as bills have it. */
    public MonthUse of(Collection<String> centerIds, YearMonth month) {
        String[] ids = centerIds.toArray(String[]::new);
        String name = month.toString();
        // First: what is charged meanwhile then counts as not charged.
        long uncharged = uses.uncharged(
                ids,
                month.plusMonths(1).atDay(1).atStartOfDay(StandardTime.zone()).toInstant());
        MonthUses.Totals totals = uses.totals(name, ids, Money.CNY);
        return new MonthUse(
                totals.jobs(),
                totals.users(),
                totals.foreign() > 0 ? null : totals.paid(),
                uses.bySpec(name, ids),
                uncharged == 0);
    }
}
