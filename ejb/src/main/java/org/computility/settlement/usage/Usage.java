package org.computility.settlement.usage;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.computility.settlement.orders.OrderView;
import org.computility.settlement.orders.Orders;
import org.computility.settlement.rating.BillPeriods;
import org.computility.shared.Conflict;
import org.computility.shared.Member;
import org.computility.shared.Rejected;

/** The door for rooms whose calls are counted. */
@Stateless
public class Usage {

    private static final long MOST = 1_000_000_000_000L;
    /** Servers' clocks differ. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    @Inject
    UsageRecords records;

    @EJB
    Orders orders;

    @Inject
    UsageCost cost;

    @Inject
    Clock clock;

    BillPeriods periods;

    @PostConstruct
    void configure() {
        periods = BillPeriods.current();
    }

    /**
     * Records usage once, whatever the retries, however many at once: the same event again answers the first result, another
     * content under its ID is refused by Conflict {@code usage-reused}. NotFound {@code order-unknown}. Rejected
     * {@code member-invalid} for negative or absurd amounts, and for times before the order's beginning or in the future.
     * After the order's end usage is taken: a call that was let in may end later. Rejected, too, where the month would cost more
     * than can be posted.
     */
    public UsageView record(NewUsage used) {
        Instant now = clock.instant();
        // As the database keeps it.
        Instant at = used.at().truncatedTo(ChronoUnit.MICROS);
        NewUsage kept = new NewUsage(used.eventId(), used.orderId(), at, used.calls(), used.tokens());
        OrderView order = orders.get(used.orderId());
        check(kept, order, now);
        cost.check(kept, order);
        records.add(
                kept.eventId(),
                kept.orderId(),
                at,
                kept.calls(),
                kept.tokens(),
                now,
                periods.day(at),
                periods.firstOpen(now));
        UsageView first = records.find(kept.eventId());
        if (!first.says(kept)) {
            throw new Conflict(
                    "usage-reused", "The usage event " + kept.eventId() + " was recorded with another content.");
        }
        return first;
    }

    private static void check(NewUsage used, OrderView order, Instant now) {
        if (!isAmount(used.calls()) || !isAmount(used.tokens())) {
            throw invalid("calls", "Calls and tokens are between 0 and " + MOST + ".");
        }
        if (used.at().isBefore(order.from()) || used.at().isAfter(now.plus(AHEAD))) {
            throw invalid("at", "{member} is between the beginning of the order, " + order.from() + ", and now.");
        }
    }

    private static boolean isAmount(long count) {
        return count >= 0 && count <= MOST;
    }

    private static Rejected invalid(String member, String message) {
        return new Rejected("member-invalid", new Member(member), message);
    }
}
