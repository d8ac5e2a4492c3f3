package org.computility.client.monitoring;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.computility.client.network.Calls;
import org.computility.client.network.Calls.Kind;

/** Meters of reported centers, their readings, and the hours that come of them ({@code docs/monitoring.md}). */
public final class Meters {

    private static final String CENTERS = "/platform/v1/monitoring/centers/";
    private static final String METERS = "/platform/v1/monitoring/meters/";

    private final Calls calls;

    public Meters(Calls calls) {
        this.calls = calls;
    }

    /**
     * A meter to be taken into service.
     *
     * @param kind such as {@code TOTAL_ELECTRICITY}
     * @param name null: none
     * @param modulus where it begins at zero again, in its unit; null: it never does by itself
     */
    public record NewMeter(String code, String kind, String name, String modulus) {}

    /**
     * A meter.
     *
     * @param unit {@code kWh} or {@code L}
     * @param retiredAt null: in service
     */
    public record Meter(
            String code,
            int centerId,
            String kind,
            String unit,
            String name,
            BigDecimal modulus,
            Instant createdAt,
            Instant retiredAt) {}

    /**
     * What a meter showed.
     *
     * @param value in its unit, as it counts; at most three decimal places
     */
    public record Reading(Instant at, String value) {}

    /** What became of readings: so many were new, so many known. */
    public record Receipt(int taken, int known) {}

    /**
     * What a meter counted in an hour, in its unit.
     *
     * @param whole whether readings reach over all of it
     * @param estimated whether a part of it lies between two readings more than an hour apart
     */
    public record Hour(Instant from, Instant to, BigDecimal amount, boolean whole, boolean estimated) {}

    /**
     * A reading, in the meter's unit.
     *
     * @param takenBackAt null, as the following: it counts
     */
    public record ShownReading(
            Instant at, BigDecimal value, Instant takenAt, Instant takenBackAt, String takenBackBy, String reason) {}

    /** So many readings count no longer. */
    public record TakenBack(int takenBack) {}

    /**
     * Where a meter shall be read; null is the usual, or absent ({@code docs/monitoring.md}).
     *
     * @param source {@code MODBUS_TCP}, {@code SNMP} or {@code NODE}
     * @param interval in seconds
     * @param node the code of a node; with {@code covers} the only one beside {@code interval} that {@code NODE} takes
     * @param covers {@code CPU}, {@code XPU} or {@code ALL}
     */
    public record NewSource(
            String source,
            String host,
            Integer port,
            Integer interval,
            String dataType,
            BigDecimal scale,
            String unit,
            Integer unitId,
            String function,
            Integer address,
            String wordOrder,
            String oid,
            String community,
            String user,
            String authProtocol,
            String authPassword,
            String privProtocol,
            String privPassword,
            String node,
            String covers) {

        /** At a node of the platform; null is the usual. */
        public static NewSource ofNode(String node, String covers, Integer interval) {
            return new NewSource(
                    "NODE", null, null, interval, null, null, null, null, null, null, null, null, null, null, null,
                    null, null, null, node, covers);
        }
    }

    /**
     * Where a meter is read, without secrets.
     *
     * @param source {@code PUSHED}, {@code MODBUS_TCP}, {@code SNMP} or {@code NODE}
     * @param age seconds since the last reading; null: there is none
     * @param failure why the device gave nothing when it was asked last; null: it did
     */
    public record Source(
            String source,
            String host,
            Integer port,
            Integer interval,
            String dataType,
            BigDecimal scale,
            String unit,
            Integer unitId,
            String function,
            Integer address,
            String wordOrder,
            String oid,
            String user,
            String authProtocol,
            String privProtocol,
            String node,
            String covers,
            String setBy,
            Instant setAt,
            Instant lastReadingAt,
            Long age,
            Instant triedAt,
            String failure,
            Instant failedSince) {}

    /**
     * What a device showed.
     *
     * @param value null: why there is none says {@code failure}
     */
    public record Probe(Instant at, BigDecimal value, String unit, String raw, String failure) {}

    /** Takes a meter of that center into service; the same once more answers the same. */
    public Meter open(int centerId, NewMeter wanted) {
        return calls.call(Kind.OWN, "POST", at(centerId), Map.of(), wanted, Meter.class);
    }

    /** All of a center, also those out of service. */
    public List<Meter> list(int centerId) {
        return List.of(calls.call(Kind.OWN, "GET", at(centerId), Map.of(), null, Meter[].class));
    }

    /** Takes a meter out of service; what it counted stays. */
    public Meter retire(int centerId, String code) {
        return calls.call(Kind.OWN, "DELETE", at(centerId) + "/" + calls.segment(code), Map.of(), null, Meter.class);
    }

    /** Pushes up to 5,000 readings, all or none; what is there already changes nothing. */
    public Receipt push(String code, List<Reading> readings) {
        return calls.call(
                Kind.OWN,
                "POST",
                METERS + calls.segment(code) + "/readings",
                Map.of(),
                readings.toArray(Reading[]::new),
                Receipt.class);
    }

    /** What a meter showed from that instant to that one, both among them, at most 5,000; also what was taken back. */
    public List<ShownReading> shown(String code, Instant from, Instant to) {
        return List.of(calls.call(
                Kind.OWN,
                "GET",
                METERS + calls.segment(code) + "/readings",
                Map.of("from", from, "to", to),
                null,
                ShownReading[].class));
    }

    /** Takes back the readings from that instant to that one, both among them; how many there were. For administrators. */
    public int takeBack(String code, Instant from, Instant to, String reason) {
        return calls.call(
                        Kind.OWN,
                        "DELETE",
                        METERS + calls.segment(code) + "/readings",
                        Map.of("from", from, "to", to, "reason", reason),
                        null,
                        TakenBack.class)
                .takenBack();
    }

    /** Where a meter is read, and what came of it lately. */
    public Source source(String code) {
        return calls.call(Kind.OWN, "GET", source(calls.segment(code), ""), Map.of(), null, Source.class);
    }

    /** Has the platform read a meter; secrets are said each time. */
    public Source read(String code, NewSource source) {
        return calls.call(Kind.OWN, "PUT", source(calls.segment(code), ""), Map.of(), source, Source.class);
    }

    /** Has a meter pushed again. */
    public Source pushed(String code) {
        return calls.call(Kind.OWN, "DELETE", source(calls.segment(code), ""), Map.of(), null, Source.class);
    }

    /** Reads a meter once; nothing is kept of it. */
    public Probe probe(String code) {
        return calls.call(Kind.OWN, "POST", source(calls.segment(code), "/probe"), Map.of(), null, Probe.class);
    }

    /** What a meter counted in each hour of the clock of that period, at most 32 days; they add up exactly. */
    public List<Hour> hours(String code, Instant from, Instant to) {
        return List.of(calls.call(
                Kind.OWN,
                "GET",
                METERS + calls.segment(code) + "/hours",
                Map.of("from", from, "to", to),
                null,
                Hour[].class));
    }

    private static String source(String code, String deed) {
        return METERS + code + "/source" + deed;
    }

    private static String at(int centerId) {
        return CENTERS + centerId + "/meters";
    }
}
