package org.computility.trading.subscription.payment;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.settlement.bills.OrderSettlement;
import org.computility.settlement.bills.Payouts;
import org.computility.shared.Denied;
import org.computility.shared.Member;
import org.computility.shared.NotFound;
import org.computility.shared.Rejected;
import org.computility.trading.Party;
import org.computility.trading.subscription.ServiceParties;
import org.computility.trading.subscription.ServiceSubscriptions;
import org.computility.trading.subscription.SubscribedOrder;

/** Both settlements of orders (T/AI 123.12 A.4.4, A.4.5, A.5.4, A.5.5). Each may be repeated. Orders and accounts are asked before a transaction begins. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ServiceSettlement {

    private static final Member SUBSCRIBER = new Member("subscriberId");
    private static final Member PUBLISHER = new Member("publisherId");
    private static final Member ORDER_ID = new Member("orderId");

    @EJB
    ServiceSubscriptions subscriptions;

    @Inject
    PaymentProofs proofs;

    @EJB
    OrderSettlement settlement;

    @EJB
    Payouts payouts;

    @Inject
    ServiceParties parties;

    @Inject
    CurrentCaller caller;

    /**
     * Takes what the order owes until now from the subscriber's prepaid balance; answers the order.
     *
     * @throws NotFound {@code order-unknown}, also for an order of others
     * @throws Rejected {@code payment-proof-invalid}
     * @throws org.computility.shared.PaymentDue {@code balance-short}; nothing has changed then
     */
    public UUID settle(NewSettlement wanted) {
        Party subscriber = parties.named(SUBSCRIBER, wanted.subscriber(), Role.BUYERS);
        SubscribedOrder order = subscriptions.order(wanted.kind(), wanted.orderId());
        if (!order.subscriber().accountId().equals(subscriber.accountId())) {
            throw unknown(wanted.orderId());
        }
        proofs.check(wanted.proof(), subscriber.organisationId());
        settlement.settle(order.orderId());
        return order.orderId();
    }

    /**
     * Pays out what the order has earned; answers the order.
     *
     * @throws NotFound {@code order-unknown}, also for an order of others
     * @throws Denied {@code party-foreign}
     */
    public UUID payOut(NewPayout wanted) {
        caller.require(Role.PUBLISHERS);
        SubscribedOrder order = subscriptions.order(wanted.kind(), wanted.orderId());
        requirePublisher(wanted, order.publisher());
        if (wanted.subscriber() != null && !names(order.subscriber(), wanted.subscriber())) {
            throw new Rejected(
                    "party-unknown", SUBSCRIBER, "{member} is who subscribed: another than that of this order.");
        }
        payouts.pay(order.orderId(), wanted.creditInfo(), caller.get().username());
        return order.orderId();
    }

    private void requirePublisher(NewPayout wanted, Party publisher) {
        if (!caller.get().sees(publisher.organisationId())) {
            throw unknown(wanted.orderId());
        }
        if (wanted.publisher() != null
                && !parties.named(PUBLISHER, wanted.publisher(), Role.PUBLISHERS)
                        .accountId()
                        .equals(publisher.accountId())) {
            throw unknown(wanted.orderId());
        }
        if (!parties.speaksFor(publisher)) {
            throw new Denied(
                    "party-foreign",
                    ORDER_ID,
                    "The order of {member} is paid out to its publisher, " + publisher.name() + ", or to an operator.");
        }
    }

    private static boolean names(Party party, String name) {
        return party.name().equalsIgnoreCase(name)
                || party.accountId().toString().equalsIgnoreCase(name);
    }

    private static NotFound unknown(String orderId) {
        return new NotFound("order-unknown", ORDER_ID, "{member} " + orderId + " names no order of yours.");
    }
}
