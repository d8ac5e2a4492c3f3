package org.computility.settlement.computing;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashSet;
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
import org.computility.settlement.rating.BillPeriods;
import org.computility.settlement.usage.NewUsage;
import org.computility.settlement.usage.Usage;

/**
 * Makes usage of running seconds, one meter a transaction. A meter stays locked while it is charged, and what was charged is
 * committed with the meter: so each second is charged once, whatever dies.
 */
@Stateless
public class JobCharging {

    @Inject
    JobMeters meters;

    @EJB
    PriceLists prices;

    @EJB
    Orders orders;

    @EJB
    Usage usage;

    @Inject
    Clock clock;

    BillPeriods periods;
    ComputingConfig config;

    @PostConstruct
    void configure() {
        periods = BillPeriods.current();
        config = ComputingConfig.current();
    }

    /** The meters that are due, some at a time; a full list may have more behind it. */
    public List<String> due() {
        return meters.due(config.meterInterval().toSeconds(), clock.instant(), ChargingTurn.MOST);
    }

    /**
     * Charges one meter. Nothing, where another server has it, or did it.
     *
     * @return the orders that have new usage; none where the seconds cost nothing
     */
    public Optional<Set<UUID>> charge(String meterId) {
        return meters.lock(meterId).map(meter -> {
            Set<UUID> touched = new HashSet<>();
            charge(meter, touched);
            meters.session().update(meter);
            return touched;
        });
    }

    /** Leaves a meter that could not be charged alone for a while, so that it keeps no other waiting. */
    public void defer(String meterId) {
        meters.lock(meterId).ifPresent(meter -> {
            meter.retryAt(clock.instant().plus(ChargingTurn.PAUSE));
            meters.session().update(meter);
        });
    }

    private void charge(JobMeter meter, Set<UUID> touched) {
        Subject spec = new Subject(SubjectKind.SPEC, meter.specId());
        List<PriceView> versions = prices.versions(spec.list());
        for (Stretch stretch : meter.uncharged(new StretchCutting(versions, periods))) {
            UUID order = meter.isPaid() && stretch.price() != null ? order(meter, spec, versions.get(0)) : null;
            JobStretch charged = meter.charge(stretch, order);
            if (order != null) {
                usage.record(new NewUsage(charged.id(), order, charged.at(), charged.nodeSeconds(), 0));
                touched.add(order);
            }
            meters.session().insert(charged);
        }
    }

    // Whatever job came first, the order is the same: it begins with the spec's first price.
    private UUID order(JobMeter meter, Subject spec, PriceView first) {
        UUID id = NamedId.of("computing", meter.payerId(), meter.payeeId(), meter.specId());
        return orders.open(new NewOrder(
                        id,
                        meter.payerId(),
                        meter.payeeId(),
                        spec,
                        first.currency(),
                        null,
                        first.validFrom(),
                        null,
                        null))
                .id();
    }
}
