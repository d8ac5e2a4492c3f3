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
import org.computility.shared.Member;
import org.computility.shared.Rejected;
import org.computility.shared.keys.Sealing;

/** Where the platform reads a meter itself. */
@Entity
@Table(name = "meter_source")
class MeterSource {

    private static final int USUAL_INTERVAL = 60;

    /** In the meter's unit, or kW. */
    private static final BigDecimal MOST = new BigDecimal("1e12");

    @Id
    private String meterCode;

    @Version
    @Column
    private int version;

    @Enumerated(EnumType.STRING)
    private Protocol protocol;

    private String host;
    private int port;
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
        source.port =
                Objects.requireNonNullElse(wanted.port(), wanted.protocol().usualPort());
        source.intervalSeconds = Objects.requireNonNullElse(wanted.intervalSeconds(), USUAL_INTERVAL);
        source.dataType = wanted.dataType();
        source.scale = Objects.requireNonNullElse(wanted.scale(), BigDecimal.ONE);
        source.unit = wanted.unit();
        source.modbus = ModbusWay.of(wanted.modbus());
        source.snmp = SnmpWay.of(wanted.snmp(), sealing);
        source.progress = new Progress();
        return source;
    }

    /** Where a meter begins at zero again whose device shows a number of this type; empty where the type does not tell. */
    Optional<BigDecimal> width() {
        return unit.isPower() ? Optional.empty() : dataType.width().map(this::scaled);
    }

    /** How it is asked. */
    OpenSource open(Sealing sealing, Duration patience) {
        return new OpenSource(
                meterCode,
                setAt,
                new MeterDevice(host, port, snmp == null ? null : snmp.access(sealing), patience),
                modbus == null ? snmp.point(dataType) : modbus.point(dataType),
                scale,
                unit);
    }

    /** Whether it is the one that was asked. */
    boolean is(OpenSource asked) {
        return setAt.equals(asked.setAt());
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
        if (value.signum() < 0) {
            throw new Rejected(
                    "member-invalid", new Member("value"), "{member} " + value.toPlainString() + " is negative.");
        }
        if (value.compareTo(MOST) >= 0) {
            throw new Rejected(
                    "member-invalid", new Member("value"), "{member} is more than any meter shows: is the type right?");
        }
        if (progress == null) {
            progress = new Progress();
        }
        dueAt = at.plusSeconds(intervalSeconds);
        return unit.isPower() ? progress.showedPower(value, at) : progress.showed(value, at);
    }

    SourceView view(Instant lastReadingAt, Instant now) {
        Progress known = progress == null ? new Progress() : progress;
        NewSource said = new NewSource(
                protocol,
                host,
                port,
                intervalSeconds,
                dataType,
                scale.stripTrailingZeros(),
                unit,
                modbus == null ? null : modbus.view(),
                snmp == null ? null : snmp.view());
        return new SourceView(
                said,
                setBy,
                setAt,
                SourceAge.of(lastReadingAt, now),
                known.triedAt(),
                known.failure(),
                known.failedSince());
    }
}
