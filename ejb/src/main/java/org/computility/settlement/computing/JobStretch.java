package org.computility.settlement.computing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.computility.settlement.Money;
import org.computility.settlement.ledger.NamedId;

/** Seconds that were charged. It never changes. */
@Entity
@Table(name = "job_stretch")
class JobStretch {

    @Id
    private UUID id;

    @Column
    private String meterId;

    @Column
    private UUID jobId;

    @Column
    private String centerId;

    @Column
    private String specId;

    @Column
    private UUID userId;

    @Column
    private UUID payerId;

    @Column
    private UUID payeeId;

    @Column
    private long first;

    private long seconds;
    private int nodes;
    private Instant at;

    @Column
    private String month;

    private UUID orderId;

    @Column
    private BigDecimal unitPrice;

    @Column
    private String currency;

    protected JobStretch() {}

    /** @param order null: nothing is paid */
    static JobStretch of(JobMeter meter, Stretch seconds, UUID order) {
        JobStretch stretch = new JobStretch();
        stretch.id = NamedId.of("stretch", meter.id(), seconds.first());
        stretch.meterId = meter.id();
        stretch.jobId = meter.jobId();
        stretch.centerId = meter.centerId();
        stretch.specId = meter.specId();
        stretch.userId = meter.userId();
        stretch.payerId = meter.payerId();
        stretch.payeeId = meter.payeeId();
        stretch.first = seconds.first();
        stretch.seconds = seconds.seconds();
        stretch.nodes = meter.nodes();
        stretch.at = seconds.at();
        stretch.month = seconds.month();
        stretch.orderId = order;
        stretch.unitPrice = order == null
                ? BigDecimal.ZERO
                : seconds.price().tariff().tiers().get(0).unitPrice();
        stretch.currency = seconds.price() == null ? Money.CNY : seconds.price().currency();
        return stretch;
    }

    UUID id() {
        return id;
    }

    UUID orderId() {
        return orderId;
    }

    Instant at() {
        return at;
    }

    /** What it costs, not rounded. */
    BigDecimal amount() {
        return unitPrice.multiply(BigDecimal.valueOf(nodeSeconds()));
    }

    /** Of all nodes together. */
    long nodeSeconds() {
        return seconds * nodes;
    }
}
