package org.computility.client.monitoring;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.computility.client.network.Calls;
import org.computility.client.network.Calls.Kind;

/** Month reports (TC609 A.8, A.9; {@code docs/monitoring.md}), and what was known of them when. */
public final class MonthReports {

    private static final String REPORT = "/api/monthReport";
    private static final String QUERY = "/api/queryMonthReport";
    private static final String OWN = "/platform/v1/monitoring/reports";

    private final Calls calls;

    public MonthReports(Calls calls) {
        this.calls = calls;
    }

    /**
     * 算力供给; null where nothing is said.
     *
     * @param rackUtilization in percent
     * @param generalComputingPower in PFLOPS at FP32
     * @param intelligentComputingPower in PFLOPS at FP16
     * @param superComputingPower in PFLOPS at FP64
     * @param storageCapacity in PB
     * @param egressBandwidth in Gbit/s
     */
    public record Supply(
            Integer standardRacks,
            BigDecimal rackUtilization,
            BigDecimal generalComputingPower,
            BigDecimal intelligentComputingPower,
            BigDecimal superComputingPower,
            Integer acceleratorCount,
            BigDecimal storageCapacity,
            BigDecimal egressBandwidth) {}

    /** 算力应用: utilizations in percent, revenue in 10⁴ CNY; null where nothing is said. */
    public record Application(
            BigDecimal computingUtilization,
            BigDecimal memoryUtilization,
            BigDecimal acceleratorUtilization,
            Integer userCount,
            Integer jobCount,
            BigDecimal acceleratorHours,
            BigDecimal revenue) {}

    /** 算电协同: capacity in kVA, consumption in kWh, wue in L/kWh, cue in kgCO2/kWh; null where nothing is said. */
    public record Power(
            BigDecimal powerCapacity,
            BigDecimal electricityConsume,
            BigDecimal itElectricityConsume,
            BigDecimal greenElectricityConsume,
            BigDecimal pue,
            BigDecimal wue,
            BigDecimal cue) {}

    /** 算网安全: the rate in percent, the level from 1 to 5; null where nothing is said. */
    public record Security(
            BigDecimal localizationRate,
            Integer protectionLevel,
            List<String> securityServices,
            Integer incidentCount) {}

    /** Table A.8-1; {@code centerId} or {@code centerName} may be null. The month is written {@code 2026-10}. */
    public record MonthReport(
            Integer centerId,
            String centerName,
            String reportMonth,
            Supply supply,
            Application application,
            Power power,
            Security security) {

        /** Of a center by its id. */
        public static MonthReport of(
                int centerId, YearMonth month, Supply supply, Application application, Power power, Security security) {
            return new MonthReport(centerId, null, month.toString(), supply, application, power, security);
        }
    }

    /** What became of a report. */
    public record Receipt(String status, List<String> reasons, long knownOn) {}

    /**
     * A row of table A.9-3.
     *
     * @param reportedAs the center that it was reported for, where that one counts as {@code centerId}; else null
     */
    public record Row(
            int centerId,
            String centerName,
            String reportMonth,
            Supply supply,
            Application application,
            Power power,
            Security security,
            String status,
            List<String> reasons,
            long knownOn,
            Integer reportedAs) {}

    /** Table A.9-3; {@code knownOn} is the point of knowledge of the answer. */
    public record Found(int total, List<Row> datalist, long knownOn) {}

    /**
     * A state of a report, which never changes.
     *
     * @param reportedAs the center that it was reported for, where that one counts as {@code centerId}; else null
     */
    public record State(
            long knownOn,
            int centerId,
            String reportMonth,
            String status,
            String deed,
            String doneBy,
            Instant doneAt,
            List<String> reasons,
            JsonObject figures,
            String hash,
            Integer reportedAs) {}

    /** A page of reports as they were known on a point. */
    public record Known(List<State> items, int page, int pageSize, long total, long knownOn) {}

    /** A figure that changed; null: it came, or went. */
    public record Change(String path, JsonValue before, JsonValue after) {}

    /** What changed between two points; {@code before} is null where there was no report. */
    public record Comparison(State before, State after, List<Change> changes, List<State> deeds) {}

    /** Internal to the wire; public because JSON-B asks for it. */
    public record Review(String decision, List<String> reasons, long knownOn) {}

    /** A.8. */
    public Receipt report(MonthReport report) {
        return calls.call(Kind.STANDARD, "POST", REPORT, Map.of(), report, Receipt.class);
    }

    /** A.9; null asks for all centers, or all months. */
    public Found query(Integer centerId, YearMonth month) {
        return calls.call(Kind.STANDARD, "GET", QUERY, asked(centerId, month), null, Found.class);
    }

    /** A page of reports, from 1; null asks for all centers, all months, and for what is known now. */
    public Known list(Integer centerId, YearMonth month, Long knownOn, int page, int pageSize) {
        Map<String, Object> query = asked(centerId, month);
        if (knownOn != null) {
            query.put("knownOn", knownOn);
        }
        query.put("page", page);
        query.put("pageSize", pageSize);
        return calls.call(Kind.OWN, "GET", OWN, query, null, Known.class);
    }

    /** One report as it stands, or as it was known on a point; null: now. */
    public State get(int centerId, YearMonth month, Long knownOn) {
        Map<String, Object> query = knownOn == null ? Map.of() : Map.of("knownOn", knownOn);
        return calls.call(Kind.OWN, "GET", at(centerId, month), query, null, State.class);
    }

    /** Every state that a report was in, the first first. */
    public List<State> states(int centerId, YearMonth month) {
        return List.of(calls.call(Kind.OWN, "GET", at(centerId, month) + "/states", Map.of(), null, State[].class));
    }

    /** What changed between two points of knowledge, and by whom. */
    public Comparison compare(int centerId, YearMonth month, long from, long to) {
        Map<String, Object> query = new LinkedHashMap<>();
        query.put("from", from);
        query.put("to", to);
        return calls.call(Kind.OWN, "GET", at(centerId, month) + "/comparison", query, null, Comparison.class);
    }

    /** Accepts what was looked at; for administrators. */
    public State accept(State seen) {
        return review(seen, new Review("ACCEPTED", List.of(), seen.knownOn()));
    }

    /** Returns what was looked at, and says why; for administrators. */
    public State returnIt(State seen, List<String> reasons) {
        return review(seen, new Review("RETURNED", reasons, seen.knownOn()));
    }

    private State review(State seen, Review review) {
        return calls.call(
                Kind.OWN,
                "POST",
                at(seen.centerId(), YearMonth.parse(seen.reportMonth())) + "/review",
                Map.of(),
                review,
                State.class);
    }

    private static String at(int centerId, YearMonth month) {
        return OWN + "/" + centerId + "/" + month;
    }

    private static Map<String, Object> asked(Integer centerId, YearMonth month) {
        Map<String, Object> query = new LinkedHashMap<>();
        if (centerId != null) {
            query.put("centerId", centerId);
        }
        if (month != null) {
            query.put("reportMonth", month.toString());
        }
        return query;
    }
}
