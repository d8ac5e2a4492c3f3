package org.computility.energy.sources;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.computility.connector.meters.MeterDevice;
import org.computility.shared.Rejected;
import org.computility.shared.keys.Sealing;

/** Where the platform reads a meter itself. */
@Entity
@Table(name = "meter_source")
class MeterSource {

    private static final int USUAL_INTERVAL = 60;

    @Id
    private String meterCode;

    @Version
    @Column
    private int version;

    @Enumerated(EnumType.STRING)
    private Protocol protocol;

    private String host;
    private Integer port;
    private int intervalSeconds;

    @Enumerated(EnumType.STRING)
    private DataType dataType;

    private BigDecimal scale;

    @Enumerated(EnumType.STRING)
    private SourceUnit unit;

    @Embedded
    private ModbusWay modbus;

    @Embedded
    private SnmpWay snmp;

    @Embedded
    private NodeWay node;

    @Embedded
    private Progress progress;

    private String setBy;
    private Instant setAt;

    // Claimed by statements.
    @Column
    private Instant dueAt;

    protected MeterSource() {}

    /** @param wanted checked by {@link SourceRules} */
    static MeterSource of(String meterCode, NewSource wanted, Sealing sealing, String by, Instant now) {
        MeterSource source = new MeterSource();
        source.meterCode = meterCode;
        source.setAt = now;
        source.setBy = by;
        source.dueAt = now;
        source.protocol = wanted.protocol();
        source.host = wanted.host();
        source.port = wanted.port() == null ? wanted.protocol().usualPort() : wanted.port();
        source.intervalSeconds = Objects.requireNonNullElse(wanted.intervalSeconds(), USUAL_INTERVAL);
        source.dataType = wanted.dataType();
        source.scale = Objects.requireNonNullElse(wanted.scale(), BigDecimal.ONE);
        source.unit = Objects.requireNonNullElse(wanted.unit(), SourceUnit.WH);
        source.modbus = ModbusWay.of(wanted.modbus());
        source.snmp = SnmpWay.of(wanted.snmp(), sealing);
        source.node = NodeWay.of(wanted.node());
        source.progress = new Progress();
        return source;
    }

    /** Where a meter begins at zero again whose device shows a number of this type; empty where the type does not tell. */
    Optional<BigDecimal> width() {
        return unit.isPower() || node != null
                ? Optional.empty()
                : dataType.width().map(this::scaled);
    }

    /** How it is asked. */
    OpenSource open(Sealing sealing, Duration patience) {
        if (node != null) {
            return new OpenSource(meterCode, setAt, null, null, node.view(), scale, unit);
        }
        return new OpenSource(
                meterCode,
                setAt,
                new MeterDevice(host, port, snmp == null ? null : snmp.access(sealing), patience),
                modbus == null ? snmp.point(dataType) : modbus.point(dataType),
                null,
                scale,
                unit);
    }

    /** Whether it is the one that was asked. */
    boolean is(OpenSource asked) {
        return setAt.equals(asked.setAt());
    }

    /** When it was read; null: not yet. */
    Instant readAt() {
        return progress == null ? null : progress.readAt();
    }

    /** Whether it is unknown what came since the reading before: a first look at what the platform counts, or a power not taken since. */
    boolean isInGap() {
        return unit.isPower()
                ? progress == null || progress.hasNoPower()
                : node != null && (progress == null || progress.hasCountedNothing());
    }

    /** Whether nothing later is known of it. */
    boolean isNews(Instant at) {
        return progress == null || progress.isBefore(at);
    }

    private BigDecimal scaled(BigDecimal number) {
        return unit.inMeterUnit(number.multiply(scale));
    }

    /**
     * Takes over what the device showed.
     *
     * @return what the meter shows by that
     * @throws Rejected {@code member-invalid} where it is less than nothing, or more than any meter shows
     */
    BigDecimal showed(BigDecimal number, Instant at) {
        BigDecimal value = scaled(number);
        SourceRules.checkShown(value);
        begin(at);
        return unit.isPower() ? progress.showedPower(value, at) : progress.showed(value, at);
    }

    /**
     * Takes over what came to the counters of its node.
     *
     * @param at when they showed it
     * @return what the meter shows by that
     */
    BigDecimal added(BigDecimal wattHours, Instant at, Instant now) {
        begin(now);
        return progress.added(scaled(wattHours), at, now);
    }

    /** It was asked, and showed nothing that was not known. */
    void tried(Instant now) {
        begin(now);
        progress.tried(now);
    }

    private void begin(Instant now) {
        progress = progress == null ? new Progress() : progress;
        dueAt = now.plusSeconds(intervalSeconds);
    }

    SourceView view(Instant lastReadingAt, Instant now) {
        Progress known = progress == null ? new Progress() : progress;
        return new SourceView(
                said(),
                setBy,
                setAt,
                SourceView.Age.of(lastReadingAt, now),
                known.triedAt(),
                known.failure(),
                known.failedSince());
    }

    private NewSource said() {
        return new NewSource(
                protocol,
                host,
                port,
                intervalSeconds,
                dataType,
                node == null ? scale.stripTrailingZeros() : null,
                node == null ? unit : null,
                modbus == null ? null : modbus.view(),
                snmp == null ? null : snmp.view(),
                node == null ? null : node.view());
    }
}
