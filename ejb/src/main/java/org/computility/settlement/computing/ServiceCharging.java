package org.computility.settlement.computing;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.computility.settlement.ledger.NamedId;
import org.computility.settlement.orders.NewOrder;
import org.computility.settlement.orders.Orders;
import org.computility.settlement.prices.PriceLists;
import org.computility.settlement.prices.PriceView;
import org.computility.settlement.prices.Subject;
import org.computility.settlement.prices.SubjectKind;
import org.computility.settlement.usage.NewUsage;
import org.computility.settlement.usage.Usage;

/**
 * Makes usage of calls of services, one meter a transaction, when its minute is over. A meter stays locked while it is charged,
 * and what was charged is committed with the meter: so each call is charged once, whatever dies. A call costs what was valid
 * when its minute began.
 */
@Stateless
public class ServiceCharging {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Inject
    ServiceMeters meters;

    @EJB
    PriceLists prices;

    @EJB
    Orders orders;

    @EJB
    Usage usage;

    @Inject
    Clock clock;

    /** The meters that are due, some at a time; a full list may have more behind it. */
    public List<UUID> due() {
        Instant now = clock.instant();
        return meters.due(now.minus(MINUTE), now, ChargingTurn.MOST);
    }

    /**
     * Charges one meter. Nothing, where another server has it, or did it.
     *
     * @return the order that has new usage; none where the calls cost nothing
     */
    public Optional<Set<UUID>> charge(UUID meterId) {
        return meters.lock(meterId).filter(meter -> meter.uncharged() > 0).map(meter -> {
            Set<UUID> touched = charge(meter).map(Set::of).orElse(Set.of());
            meters.session().update(meter);
            return touched;
        });
    }

    /** Leaves a meter that could not be charged alone for a while, so that it keeps no other waiting. */
    public void defer(UUID meterId) {
        meters.lock(meterId).ifPresent(meter -> {
            meter.retryAt(clock.instant().plus(ChargingTurn.PAUSE));
            meters.session().update(meter);
        });
    }

    private Optional<UUID> charge(ServiceMeter meter) {
        Subject calls = new Subject(SubjectKind.SPEC_CALLS, meter.specId());
        Optional<PriceView> price = meter.isPaid() ? prices.at(calls.list(), meter.at()) : Optional.empty();
        if (price.isEmpty()) {
            meter.settle();
            return Optional.empty();
        }
        UUID order = order(meter, calls);
        usage.record(new NewUsage(meter.usageId(), order, meter.at(), meter.uncharged(), 0));
        meters.spend(meter.jobId(), meter.charge(price.get(), order));
        return Optional.of(order);
    }

    // Whatever service came first, the order is the same: it begins with the first price.
    private UUID order(ServiceMeter meter, Subject calls) {
        PriceView first = prices.versions(calls.list()).get(0);
        UUID id = NamedId.of("computing-calls", meter.payerId(), meter.payeeId(), meter.specId());
        return orders.open(new NewOrder(
                        id,
                        meter.payerId(),
                        meter.payeeId(),
                        calls,
                        first.currency(),
                        null,
                        first.validFrom(),
                        null,
                        null))
                .id();
    }
}
