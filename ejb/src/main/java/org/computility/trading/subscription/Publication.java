package org.computility.trading.subscription;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.computility.identity.Caller;
import org.computility.settlement.prices.BillingType;
import org.computility.settlement.prices.Subject;
import org.computility.settlement.prices.UsageUnit;
import org.computility.shared.Conflict;
import org.computility.shared.Member;
import org.computility.shared.NotFound;
import org.computility.shared.keys.Sealing;
import org.computility.trading.Party;
import org.computility.trading.subscription.billing.Billing;
import org.computility.trading.subscription.billing.BillingMethod;
import org.computility.trading.subscription.billing.PriceTier;
import org.computility.trading.subscription.billing.PricesOfNow;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A model or an application that is offered at certain terms. Only its price may change: other terms are another publication. */
@Entity
@Table(name = "service_publication")
class Publication {

    private static final Member PUBLISH_ID = new Member("publishId");

    @Id
    private UUID publishId;

    @Version
    private int version;

    @Enumerated(EnumType.STRING)
    private ServiceKind kind;

    private UUID publisherId;
    private String publisher;
    private UUID organisationId;
    private String resourceId;
    private String address;

    @Enumerated(EnumType.STRING)
    private BillingType billingType;

    @Enumerated(EnumType.STRING)
    private UsageUnit unit;

    private BigDecimal price;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private Long[] tierFrom;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private BigDecimal[] tierPrice;

    private long freeQuota;
    private int termDays;
    private Long quota;
    private byte[] sealedCredential;

    @Column
    private Instant publishedAt;

    @Column
    private Instant withdrawnAt;

    protected Publication() {}

    static Publication publish(NewPublication wanted, Party publisher, Billing billing, Instant now) {
        Publication offer = new Publication();
        offer.publishId = UUID.randomUUID();
        offer.kind = wanted.kind();
        offer.publisherId = publisher.accountId();
        offer.publisher = publisher.name();
        offer.organisationId = publisher.organisationId();
        offer.resourceId = wanted.resourceId();
        offer.address = wanted.address();
        offer.offer(billing);
        offer.publishedAt = now;
        return offer;
    }

    private void offer(Billing billing) {
        billingType = billing.type();
        unit = billing.unit();
        price = billing.price();
        tierFrom = billing.tiers().stream().map(PriceTier::from).toArray(Long[]::new);
        tierPrice = billing.tiers().stream().map(PriceTier::price).toArray(BigDecimal[]::new);
        freeQuota = billing.freeQuota();
        termDays = billing.term();
        quota = billing.quota();
    }

    /** Whether it is just this that somebody publishes, at these terms. */
    boolean isThis(NewPublication wanted, Party by, Billing billing, PricesOfNow now) {
        return publisherId.equals(by.accountId())
                && address.equals(wanted.address())
                && terms(now).equals(billing);
    }

    /** Takes it out of the market; what was subscribed to goes on. Once more changes nothing. */
    void withdraw(Instant now) {
        if (withdrawnAt == null) {
            withdrawnAt = now;
        }
    }

    /** What the platform shows the service in {@code Authorization}; null: nothing. */
    void authorise(byte[] sealed) {
        sealedCredential = sealed == null ? null : sealed.clone();
    }

    /** Returns when it may be subscribed to at these terms. */
    void requireOffered(String askedType, BillingMethod asked, Billing now) {
        if (withdrawnAt != null) {
            throw new Conflict(
                    "publication-withdrawn", PUBLISH_ID, "The " + kind.word() + " of {member} left the market.");
        }
        if (!now.isAskedBy(askedType, asked)) {
            throw new Conflict(
                    "billing-not-offered",
                    new Member("billingMethod"),
                    "{member} is not what the publication offers: " + now.offered() + ".");
        }
    }

    Billing terms(PricesOfNow now) {
        return now.terms(subject(), billing());
    }

    Subject subject() {
        return kind.subject(publishId);
    }

    /** As they were published. */
    Billing billing() {
        List<PriceTier> tiers = IntStream.range(0, tierFrom.length)
                .mapToObj(i -> new PriceTier(tierFrom[i], tierPrice[i]))
                .toList();
        return new Billing(billingType, unit, price, tiers, freeQuota, termDays, quota);
    }

    UUID publishId() {
        return publishId;
    }

    ServiceKind kind() {
        return kind;
    }

    Party publisher() {
        return new Party(publisherId, publisher, organisationId);
    }

    String resourceId() {
        return resourceId;
    }

    String address() {
        return address;
    }

    /** What the service is shown in {@code Authorization}; null: nothing. */
    String credential(Sealing sealing) {
        return sealedCredential == null ? null : new String(sealing.open(sealedCredential), StandardCharsets.UTF_8);
    }

    static NotFound unknown(String publishId) {
        return new NotFound(
                "publication-unknown", PUBLISH_ID, "{member} " + publishId + " names nothing that is published.");
    }

    /** As that reader sees it. */
    PublicationOfferView view(Caller reader, PricesOfNow now) {
        return new PublicationOfferView(
                publishId,
                kind,
                publisher,
                resourceId,
                address,
                terms(now),
                withdrawnAt == null,
                reader.sees(organisationId) ? sealedCredential != null : null,
                publishedAt,
                withdrawnAt);
    }
}
