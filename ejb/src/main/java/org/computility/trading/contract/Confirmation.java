package org.computility.trading.contract;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.computility.identity.Caller;
import org.computility.settlement.Money;
import org.computility.settlement.ledger.NamedId;
import org.computility.settlement.ledger.NewPurchase;
import org.computility.shared.Conflict;
import org.computility.shared.Member;
import org.computility.shared.NotFound;
import org.computility.trading.Party;
import org.computility.trading.contract.SettlementView.PaymentProof;
import org.computility.trading.licences.LicenceIssue;
import org.computility.trading.licences.LicenceTerms;
import org.computility.trading.registration.OfferedData;

/** A demand bound to a data resource, with the terms of that moment. Later prices do not touch it. */
@Entity
@Table(name = "confirmation")
class Confirmation {

    /** As table A.33 prints them. */
    static final String SETTLED = "已结算";

    static final String NOT_SETTLED = "未结算";

    @Id
    private UUID confirmId;

    @Version
    private int version;

    private UUID demandId;
    private UUID registrationId;
    private String registrationNumber;
    private String dataId;
    private String resourceUrl;
    private String publicKey;
    private String owner;
    private UUID ownerOrganisationId;
    private UUID demanderId;
    private String demander;
    private UUID demanderOrganisationId;
    private BigDecimal price;
    private String currency;

    private Instant settledAt;

    @Column
    private Instant confirmedAt;

    protected Confirmation() {}

    static Confirmation bind(UUID demandId, Party demander, OfferedData offered, Instant now) {
        Confirmation bound = new Confirmation();
        bound.confirmId = UUID.randomUUID();
        bound.demandId = demandId;
        bound.registrationId = offered.registrationId();
        bound.registrationNumber = offered.number();
        bound.dataId = offered.dataId();
        bound.resourceUrl = offered.resourceUrl();
        bound.publicKey = offered.publicKey();
        bound.demanderId = demander.accountId();
        bound.owner = offered.owner().name();
        bound.ownerOrganisationId = offered.owner().organisationId();
        bound.demander = demander.name();
        bound.demanderOrganisationId = demander.organisationId();
        bound.price = offered.price().amount();
        bound.currency = offered.price().currency();
        bound.confirmedAt = now;
        return bound;
    }

    /** Returns when it is about this resource: the same confirmation once more. */
    void requireResource(String registration, String data) {
        if (!registrationNumber.equalsIgnoreCase(registration) || (data != null && !data.equals(dataId))) {
            throw new Conflict(
                    "demand-confirmed",
                    new Member("demandId"),
                    "The demand of {member} is confirmed already, with the data resource " + registrationNumber + ".");
        }
    }

    /** Whether the caller's organisation buys. */
    boolean isBoughtBy(Caller caller) {
        return caller.sees(demanderOrganisationId);
    }

    /** Marks the trade as paid. */
    void settle(Instant now) {
        settledAt = now;
    }

    /** What the buyer's organisation pays to the seller's. */
    NewPurchase purchase() {
        String subject = "demand " + demandId + ": data resource " + registrationId;
        UUID id = NamedId.of("confirmation", confirmId);
        return new NewPurchase(id, demanderOrganisationId, ownerOrganisationId, price(), subject);
    }

    /** What its licence says, from that time on for a year; the content's hash may be null. */
    LicenceTerms licensed(String sha256, Instant from) {
        return new LicenceTerms(
                confirmId,
                null,
                owner,
                ownerOrganisationId,
                demander,
                registrationNumber,
                dataId,
                resourceUrl,
                sha256,
                from,
                LicenceIssue.endOf(from));
    }

    PaymentProof paid(UUID transferId) {
        return new PaymentProof(transferId == null ? null : transferId.toString(), price, currency, settledAt);
    }

    boolean isFree() {
        return price.signum() == 0;
    }

    private Money price() {
        return new Money(price, currency);
    }

    UUID seller() {
        return ownerOrganisationId;
    }

    Party buyer() {
        return new Party(demanderId, demander, demanderOrganisationId);
    }

    UUID demandId() {
        return demandId;
    }

    String publicKey() {
        return publicKey;
    }

    static NotFound unknown(String confirmId) {
        return new NotFound(
                "confirmation-unknown", new Member("confirmId"), "{member} " + confirmId + " names no confirmation.");
    }

    UUID confirmId() {
        return confirmId;
    }

    String dataId() {
        return dataId;
    }

    /** What is delivered, and to whom. */
    SettledTrade settled() {
        return new SettledTrade(
                confirmId,
                demandId,
                registrationId,
                dataId,
                resourceUrl,
                publicKey,
                buyer(),
                ownerOrganisationId,
                owner);
    }

    ConfirmationView view() {
        return new ConfirmationView(confirmId.toString(), owner, demander, dataId, demandId.toString(), price);
    }

    SettlementBasisView basis() {
        return new SettlementBasisView(
                owner,
                demander,
                registrationNumber,
                dataId,
                demandId.toString(),
                price,
                settledAt == null ? NOT_SETTLED : SETTLED);
    }
}
