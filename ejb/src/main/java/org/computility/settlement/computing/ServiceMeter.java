package org.computility.settlement.computing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.computility.settlement.ledger.NamedId;
import org.computility.settlement.prices.PriceView;

/** The calls of a service at a center in one minute, and how many of them are charged. What was charged is never taken back. */
@Entity
@Table(name = "service_meter")
class ServiceMeter {

    @Id
    private UUID id;

    @Column
    private UUID jobId;

    @Column
    private String centerId;

    private String specId;

    @Column
    private UUID userId;

    private UUID payerId;
    private UUID payeeId;
    private Instant at;

    @Column
    private String month;

    private long calls;
    private long chargedCalls;

    @Column
    private UUID orderId;

    @Column
    private BigDecimal unitPrice;

    @Column
    private String currency;

    @Column
    private Instant retryAt;

    protected ServiceMeter() {}

    /** The ID of the usage that the calls are which are not charged yet: the same until they are. */
    UUID usageId() {
        return NamedId.of("service-calls", id, chargedCalls);
    }

    long uncharged() {
        return calls - chargedCalls;
    }

    /**
     * All calls are charged now, at a price of their order.
     *
     * @return what they cost that were not charged before
     */
    BigDecimal charge(PriceView price, UUID order) {
        orderId = order;
        unitPrice = price.tariff().tiers().get(0).unitPrice();
        currency = price.currency();
        BigDecimal amount = unitPrice.multiply(BigDecimal.valueOf(uncharged()));
        settle();
        return amount;
    }

    /** All calls are charged now: they cost nothing. */
    void settle() {
        chargedCalls = calls;
        retryAt = null;
    }

    /** Charging it has failed; it is not tried before then. */
    void retryAt(Instant time) {
        retryAt = time;
    }

    /** Whether somebody pays somebody else for it. */
    boolean isPaid() {
        return payeeId != null && !payeeId.equals(payerId);
    }

    Instant at() {
        return at;
    }

    UUID jobId() {
        return jobId;
    }

    String specId() {
        return specId;
    }

    UUID payerId() {
        return payerId;
    }

    UUID payeeId() {
        return payeeId;
    }
}
