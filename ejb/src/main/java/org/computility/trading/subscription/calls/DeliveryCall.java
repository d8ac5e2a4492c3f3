package org.computility.trading.subscription.calls;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.computility.settlement.Money;

/** One call of a service, on behalf of who subscribed. Its number is the event's under which it is counted. */
@Entity
@Table(name = "delivery_call")
class DeliveryCall {

    /** How far it came. */
    enum Outcome {
        /** It takes room in the quota until it ends, or until nobody waits for it any more. */
        RUNNING,
        /** It was answered, and counts. */
        ANSWERED,
        /** It was not, and costs nothing. */
        FAILED
    }

    @Id
    private UUID callId;

    @Column
    private UUID orderId;

    /** The organisation that pays. */
    @Column
    private UUID payer;

    @Column
    private String currency;

    /** What it may cost at the least: so much of the payer's balance is spoken for while it runs. */
    @Column
    private BigDecimal held;

    @Enumerated(EnumType.STRING)
    private Outcome outcome;

    @Column
    private Instant begunAt;

    /** When whoever waits has given up, whatever happened to its server. */
    @Column
    private Instant waitsUntil;

    // For whoever reads the table.
    @Column
    private Instant endedAt;

    @Column
    private Long tokens;

    @Column
    private String fault;

    protected DeliveryCall() {}

    static DeliveryCall begin(UUID orderId, UUID payer, Money held, Instant now, Instant waitsUntil) {
        DeliveryCall call = new DeliveryCall();
        call.callId = UUID.randomUUID();
        call.orderId = orderId;
        call.payer = payer;
        call.currency = held.currency();
        call.held = held.amount();
        call.outcome = Outcome.RUNNING;
        call.begunAt = now;
        call.waitsUntil = waitsUntil;
        return call;
    }

    /** @param told tokens; null where the service tells none */
    void answered(Long told, Instant now) {
        outcome = Outcome.ANSWERED;
        tokens = told;
        endedAt = now;
    }

    /** @param code of the refusal that the caller gets */
    void failed(String code, Instant now) {
        outcome = Outcome.FAILED;
        fault = code;
        endedAt = now;
    }

    boolean isRunning() {
        return outcome == Outcome.RUNNING;
    }

    UUID callId() {
        return callId;
    }

    /** Null for one of before calls held anything. */
    UUID payer() {
        return payer;
    }

    UUID orderId() {
        return orderId;
    }

    Instant begunAt() {
        return begunAt;
    }
}
