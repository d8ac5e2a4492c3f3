package org.computility.client.monitoring;

import jakarta.json.JsonString;
import jakarta.json.bind.annotation.JsonbTypeAdapter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.computility.client.network.Calls;
import org.computility.client.network.Calls.Kind;

/** Computing centers as they are reported (TC609 A.5 to A.7, B.2; {@code docs/monitoring.md}). */
public final class ReportedCenters {

    private static final String PATH = "/api/computePowerCenter";
    private static final String SUPERVISION = "/api/querySupervisionSystemData";

    private final Calls calls;

    public ReportedCenters(Calls calls) {
        this.calls = calls;
    }

    /**
     * Tables A.5-1, A.6-1 and A.7-4.
     *
     * @param id null for a new one; in a change, null where the name tells which
     * @param description null: none; in a change, as it is
     * @param projectId ids with semicolons between, {@code 1;2}; an empty text for no project
     * @param clusterId null: of no cluster; in a change, as it is
     * @param province null in a change
     * @param city null in a change
     * @param type 0 to 6
     * @param productionDate null before production; in a change, as it is
     * @param hubId null: of no hub; in a change, as it is
     */
    public record Center(
            Integer id,
            String name,
            String description,
            String projectId,
            String clusterId,
            BigDecimal longitude,
            BigDecimal latitude,
            String province,
            String city,
            int type,
            @JsonbTypeAdapter(SlashedDay.class) LocalDate productionDate,
            String hubId) {}

    /** Table A.7-3. */
    public record Found(int total, List<Center> datalist) {}

    /**
     * Table B.2-3; null: unknown.
     *
     * @param electricityConsume kWh of the past hour
     * @param greenElectricityConsume kWh of the past hour
     * @param wue in L/kWh
     * @param asOf until when the hour of each figure went, by its name, such as {@code 2026-11-29 16:00:00}
     * @param estimated figures that rest on readings more than an hour apart
     */
    public record Supervision(
            BigDecimal electricityConsume,
            BigDecimal greenElectricityConsume,
            BigDecimal pue,
            BigDecimal wue,
            Map<String, String> asOf,
            List<String> estimated) {}

    /** Ids of job centers of the platform, and codes of its registered compute. */
    public record Sources(List<String> centers, List<String> compute) {}

    /** A.5: the id. */
    public int create(Center wanted) {
        return Integer.parseInt(calls.call(Kind.STANDARD, "POST", PATH, Map.of(), wanted, JsonString.class)
                .getString());
    }

    /** A.6. */
    public void change(Center change) {
        calls.call(Kind.STANDARD, "PUT", PATH, Map.of(), change, Void.class);
    }

    /** A.7: all that the caller may see. */
    public Found all() {
        return calls.call(Kind.STANDARD, "GET", PATH, Map.of(), null, Found.class);
    }

    /** A.7: those of that name. */
    public Found named(String name) {
        return calls.call(Kind.STANDARD, "GET", PATH, Map.of("name", name), null, Found.class);
    }

    /** A.7: the one of that id. */
    public Found get(int id) {
        return calls.call(Kind.STANDARD, "GET", PATH, Map.of("id", id), null, Found.class);
    }

    /** B.2: power and environment of the center of that id in the past hour. */
    public Supervision supervision(int id) {
        return calls.call(Kind.STANDARD, "GET", SUPERVISION, Map.of("centerId", id), null, Supervision.class);
    }

    /** B.2: the same of the center of that name. */
    public Supervision supervision(String name) {
        return calls.call(Kind.STANDARD, "GET", SUPERVISION, Map.of("centerName", name), null, Supervision.class);
    }

    /** What the center consists of; for administrators. */
    public Sources sources(int id) {
        return calls.call(Kind.OWN, "GET", sourcesOf(id), Map.of(), null, Sources.class);
    }

    /** Says what the center consists of from now on; for administrators. */
    public Sources consistsOf(int id, Sources sources) {
        return calls.call(Kind.OWN, "PUT", sourcesOf(id), Map.of(), sources, Sources.class);
    }

    private static String sourcesOf(int id) {
        return "/platform/v1/monitoring/centers/" + id + "/sources";
    }
}
