package org.computility.settlement.orders;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import org.computility.settlement.prices.BillingType;
import org.computility.settlement.prices.PriceView;
import org.computility.settlement.prices.SubjectKind;
import org.computility.settlement.prices.UsageUnit;
import org.computility.shared.Conflict;
import org.computility.shared.Member;
import org.computility.shared.Rejected;

/** Who may use what of whom. It stays as it was opened; only its open period, and where its payee is paid, change by statements. */
@Entity
@Table(name = "service_order")
class ServiceOrder {

    private static final long DAY = Duration.ofDays(1).toSeconds();

    @Id
    private UUID id;

    private UUID payerId;
    private UUID payeeId;

    @Enumerated(EnumType.STRING)
    private SubjectKind subjectKind;

    private String subjectId;
    private String currency;
    private String priceList;

    @Enumerated(EnumType.STRING)
    private BillingType billing;

    @Enumerated(EnumType.STRING)
    private UsageUnit unit;

    private Instant startsAt;
    private Instant endsAt;
    private Long quota;

    @Column
    private String openPeriod;

    private byte[] fingerprint;
    private Instant openedAt;

    protected ServiceOrder() {}

    /** Rejected {@code term-invalid}, {@code member-invalid}. */
    static ServiceOrder open(NewOrder wanted, byte[] fingerprint, PriceView price, String list, Instant now) {
        ServiceOrder order = new ServiceOrder();
        order.id = wanted.id();
        order.payerId = wanted.payer();
        order.payeeId = wanted.payee();
        order.subjectKind = wanted.subject().kind();
        order.subjectId = wanted.subject().id();
        order.currency = price.currency();
        order.priceList = list;
        order.billing = price.tariff().billing();
        order.unit = price.tariff().unit();
        order.startsAt = kept(Objects.requireNonNullElse(wanted.from(), now));
        order.endsAt = kept(wanted.until());
        order.quota = wanted.quota();
        order.fingerprint = fingerprint;
        order.openedAt = now;
        order.check();
        return order;
    }

    private void check() {
        if (endsAt == null ? isTerm() : !endsAt.isAfter(startsAt)) {
            throw new Rejected(
                    "term-invalid", new Member("until"), "{member} is later than the beginning of the term.");
        }
        if (quota != null && quota <= 0) {
            throw new Rejected("member-invalid", new Member("quota"), "{member} is above zero.");
        }
    }

    /** As the database keeps it. */
    private static Instant kept(Instant time) {
        return time == null ? null : time.truncatedTo(ChronoUnit.MICROS);
    }

    /** Earlier months have no bill. */
    ServiceOrder billedFrom(String period) {
        openPeriod = period;
        return this;
    }

    /** Conflict {@code order-reused} when something else is ordered under its ID. */
    void answers(byte[] other) {
        if (!MessageDigest.isEqual(fingerprint, other)) {
            throw new Conflict("order-reused", "The order " + id + " was opened with another content.");
        }
    }

    /** Conflict {@code order-not-begun}, {@code order-ended}. */
    void runs(Instant at) {
        if (at.isBefore(startsAt)) {
            throw new Conflict("order-not-begun", "The order begins at " + startsAt + ".");
        }
        if (endsAt != null && !at.isBefore(endsAt)) {
            throw new Conflict("order-ended", "The order ended at " + endsAt + ".");
        }
    }

    /**
     * Conflict {@code quota-used}.
     *
     * @param onDay whether the day is counted already, if days are what counts
     */
    void leaves(long used, boolean onDay) {
        boolean counted = onDay && unit == UsageUnit.DAY && !isTerm();
        if (quota != null && used >= quota && !counted) {
            throw new Conflict("quota-used", "All " + quota + " units of the order are used.");
        }
    }

    boolean isTerm() {
        return billing == BillingType.FIXED_TERM;
    }

    /** Of its term, begun ones too. */
    long days() {
        long seconds = Duration.between(startsAt, endsAt).plusNanos(999_999_999).toSeconds();
        return (seconds + DAY - 1) / DAY;
    }

    OrderView view() {
        return new OrderView(
                id,
                payerId,
                payeeId,
                subjectKind,
                subjectId,
                currency,
                priceList,
                billing,
                unit,
                startsAt,
                endsAt,
                quota,
                openedAt);
    }
}
