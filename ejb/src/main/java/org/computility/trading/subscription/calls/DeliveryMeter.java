package org.computility.trading.subscription.calls;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** What the calls of an order have come to. Whoever begins or ends a call of it holds this row. */
@Entity
@Table(name = "delivery_meter")
class DeliveryMeter {

    @Id
    private UUID orderId;

    private long calls;
    private long tokens;

    protected DeliveryMeter() {}

    void count(long told) {
        calls++;
        tokens += told;
    }

    long calls() {
        return calls;
    }

    long tokens() {
        return tokens;
    }
}
