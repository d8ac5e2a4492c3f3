package org.computility.settlement.payment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.computility.identity.Caller;
import org.computility.settlement.Money;
import org.computility.settlement.ledger.AccountKey;
import org.computility.settlement.ledger.NamedId;
import org.computility.settlement.ledger.NewEntry;
import org.computility.settlement.ledger.NewTransfer;
import org.computility.settlement.ledger.TransferKind;
import org.computility.shared.Conflict;
import org.computility.shared.Member;

/** Money that an organisation pays through the external gateway. */
@Entity
@Table(name = "external_payment")
class ExternalPayment {

    @Id
    private UUID id;

    @Version
    private int version;

    private UUID organisationId;

    @Column
    private UUID accountId;

    private BigDecimal amount;
    private String currency;
    private Instant createdAt;

    /** The gateway's own number of it; null until it is paid. */
    private String reference;

    private Instant paidAt;

    protected ExternalPayment() {}

    static ExternalPayment open(Caller payer, Money money, Instant now) {
        ExternalPayment payment = new ExternalPayment();
        payment.id = UUID.randomUUID();
        payment.organisationId = payer.organisationId();
        payment.accountId = payer.accountId();
        payment.amount = money.amount();
        payment.currency = money.currency();
        payment.createdAt = now;
        return payment;
    }

    /**
     * The gateway has the money. The same once more changes nothing.
     *
     * @return whether it was not paid before
     * @throws Conflict {@code payment-differs} for another amount or currency, or another reference of what is paid
     */
    boolean confirm(Money paid, String gatewaysReference, Instant now) {
        if (!paid.equals(money())) {
            throw differs("amount", "The payment of {member} is over " + money() + ".");
        }
        if (reference != null) {
            if (!reference.equals(gatewaysReference)) {
                throw differs("reference", "The payment was confirmed under another {member}.");
            }
            return false;
        }
        reference = gatewaysReference;
        paidAt = now;
        return true;
    }

    /** What the ledger moves when it is paid. */
    NewTransfer transfer() {
        return new NewTransfer(
                transferId(),
                TransferKind.DEPOSIT,
                reference,
                List.of(
                        new NewEntry(AccountKey.prepaid(organisationId), money()),
                        new NewEntry(AccountKey.CASH, money().negated())));
    }

    ExternalPaymentView view(String payAt) {
        boolean paid = isPaid();
        return new ExternalPaymentView(
                id,
                amount,
                currency,
                paid ? "PAID" : "PENDING",
                paid ? null : payAt,
                reference,
                paid ? transferId() : null,
                createdAt,
                paidAt);
    }

    boolean isPaid() {
        return paidAt != null;
    }

    UUID id() {
        return id;
    }

    Money money() {
        return new Money(amount, currency);
    }

    private UUID transferId() {
        return NamedId.of("external payment", id);
    }

    private static Conflict differs(String member, String message) {
        return new Conflict("payment-differs", new Member(member), message);
    }
}
