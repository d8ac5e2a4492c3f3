package org.computility.trading.subscription.calls;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.UUID;
import org.computility.settlement.Money;
import org.computility.settlement.orders.OrderView;
import org.computility.settlement.orders.Orders;
import org.computility.settlement.usage.NewUsage;
import org.computility.settlement.usage.Usage;
import org.computility.trading.subscription.SubscribedService;

/**
 * Beginning and end of calls, each a transaction of its own: none is open while a service works. Callers use {@link
 * ServiceDelivery}.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class DeliveryTurns {

    /** Beside the service's own time: what the platform needs to count. */
    private static final Duration TO_COUNT = Duration.ofSeconds(30);

    @Inject
    DeliveryCalls calls;

    @EJB
    Orders orders;

    @EJB
    Usage usage;

    @Inject
    Clock clock;

    DeliveryConfig config;

    @PostConstruct
    void configure() {
        config = DeliveryConfig.current();
    }

    /**
     * Admits a call, and takes its room in the quota; answers its number.
     *
     * @throws org.computility.shared.BusinessFailure as {@link Orders#admit}: term, quota, balance
     */
    public UUID begin(SubscribedService service) {
        OrderView order = orders.get(service.orderId());
        calls.lockPayer(order.payer());
        Instant now = clock.instant();
        calls.open(service.orderId());
        DeliveryMeter meter = calls.lock(service.orderId());
        long running = calls.running(service.orderId(), now);
        service.requireRoom(meter.calls() + running, meter.tokens());
        BigDecimal held = calls.held(order.payer(), order.currency(), now);
        Money next = orders.admit(service.orderId(), now, running, held);
        DeliveryCall call = DeliveryCall.begin(
                service.orderId(),
                order.payer(),
                next,
                now,
                now.plus(config.limits().time()).plus(TO_COUNT));
        calls.session().insert(call);
        return call.callId();
    }

    /** The call was answered: it counts, once. {@code Rejected} where {@link Usage#record} refuses it. */
    public void answered(UUID callId, OptionalLong tokens) {
        DeliveryCall call = ended(callId);
        DeliveryMeter meter = calls.lock(call.orderId());
        if (!call.isRunning()) {
            return;
        }
        call.answered(tokens.isPresent() ? tokens.getAsLong() : null, clock.instant());
        calls.session().update(call);
        meter.count(tokens.orElse(0));
        calls.session().update(meter);
        usage.record(new NewUsage(callId, call.orderId(), call.begunAt(), 1, tokens.orElse(0)));
        // Here, since a call that is refused would roll it back. The meter is locked before the order; settling locks
        // no meter.
        orders.keepUp(call.orderId());
    }

    /** The call was not answered, and costs nothing. */
    public void failed(UUID callId, String code) {
        DeliveryCall call = ended(callId);
        calls.lock(call.orderId());
        if (call.isRunning()) {
            call.failed(code, clock.instant());
            calls.session().update(call);
        }
    }

    /** What it holds becomes what is owed in one moment, for whoever begins. */
    private DeliveryCall ended(UUID callId) {
        DeliveryCall call = calls.find(callId).orElseThrow();
        calls.lockPayer(call.payer());
        return call;
    }
}
