package org.computility.settlement.payment;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import org.computility.identity.Caller;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.settlement.Money;
import org.computility.settlement.ledger.Ledger;
import org.computility.shared.Member;
import org.computility.shared.NotFound;
import org.computility.shared.Page;
import org.computility.shared.PageRequest;
import org.computility.shared.Rejected;

/**
 * Money that comes in by itself: an organisation asks for a payment, pays it at the external gateway, and the gateway
 * confirms it by a signed call. Then it is a deposit to the prepaid balance.
 */
@Stateless
public class GatewayPayments {

    @Inject
    ExternalPayments payments;

    @EJB
    Ledger ledger;

    @Inject
    CurrentCaller caller;

    @Inject
    Clock clock;

    ExternalGateway gateway;

    @PostConstruct
    void configure() {
        gateway = new ExternalGateway(GatewayConfig.current());
    }

    /**
     * Asks for a payment by the caller's organisation.
     *
     * @throws Rejected {@code member-invalid} unless it is above zero
     * @throws org.computility.shared.Conflict {@code payment-gateway-missing}
     */
    public ExternalPaymentView open(Money money) {
        Caller payer = caller.require(Role.BUYERS);
        if (!money.isPositive()) {
            throw new Rejected("member-invalid", new Member("amount"), "{member} is above zero.");
        }
        gateway.require();
        ExternalPayment payment = ExternalPayment.open(payer, money, clock.instant());
        payments.session().insert(payment);
        return view(payment);
    }

    /** One payment of the caller's organisation; NotFound {@code payment-unknown}. */
    public ExternalPaymentView get(UUID id) {
        return payments.seen(id, caller.require(Role.READERS).scope())
                .map(this::view)
                .orElseThrow(() -> unknown(id));
    }

    /** Whether that organisation asked for the payment, and the gateway has confirmed it. */
    public boolean isPaid(UUID id, UUID organisation) {
        return payments.seen(id, organisation).filter(ExternalPayment::isPaid).isPresent();
    }

    /** The payments of the caller's organisation, the newest first; administrators see all. */
    public Page<ExternalPaymentView> list(PageRequest page) {
        return payments.of(caller.require(Role.READERS).scope(), page).map(this::view);
    }

    /**
     * The gateway has the money: it is posted, once. The same again answers the first result.
     *
     * @throws org.computility.shared.Unauthenticated {@code payment-signature-wrong}
     * @throws org.computility.shared.Conflict {@code payment-differs}
     */
    public ExternalPaymentView confirm(GatewayConfirmation confirmation) {
        gateway.check(confirmation, clock.instant());
        ExternalPayment payment =
                payments.lock(confirmation.paymentId()).orElseThrow(() -> unknown(confirmation.paymentId()));
        if (payment.confirm(confirmation.paid(), confirmation.reference(), clock.instant())) {
            payments.session().update(payment);
            ledger.post(payment.transfer());
        }
        return view(payment);
    }

    private ExternalPaymentView view(ExternalPayment payment) {
        return payment.view(gateway.payAt(payment));
    }

    private static NotFound unknown(UUID id) {
        return new NotFound("payment-unknown", new Member("id"), "There is no payment " + id + ".");
    }
}
