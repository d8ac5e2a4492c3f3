package org.computility.client.monitoring;

import jakarta.json.JsonString;
import jakarta.json.bind.annotation.JsonbTypeAdapter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.computility.client.network.Calls;
import org.computility.client.network.Calls.Kind;

/** Projects (TC609 A.2 to A.4; {@code docs/monitoring.md}). */
public final class Projects {

    private static final String PATH = "/api/project";

    private final Calls calls;

    public Projects(Calls calls) {
        this.calls = calls;
    }

    /**
     * 算力投入; null where nothing is said.
     *
     * @param projectStatus 0 planned, 1 approved, 2 under construction, 3 in production, 4 stopped
     * @param totalInvestment in 10⁴ CNY
     * @param completedInvestment in 10⁴ CNY
     * @param plannedComputingPower in PFLOPS at FP16
     */
    public record Investment(
            Integer projectStatus,
            BigDecimal totalInvestment,
            BigDecimal completedInvestment,
            @JsonbTypeAdapter(SlashedDay.class) LocalDate startDate,
            @JsonbTypeAdapter(SlashedDay.class) LocalDate plannedCompletionDate,
            Integer plannedRacks,
            BigDecimal plannedComputingPower) {}

    /** Table A.2-1; the codes of cluster and hub may be null. */
    public record NewProject(
            String projectName, Investment investment, String province, String clusterId, String hubId) {}

    /** Table A.3-1: {@code id} or {@code projectName} may be null; so may the codes, which stay as they are then. */
    public record Change(Integer id, String projectName, Investment investment, String clusterId, String hubId) {}

    /** Table A.4-4. */
    public record Project(
            String projectName, int id, Investment investment, String province, String clusterId, String hubId) {}

    /** Table A.4-3. */
    public record Found(int total, List<Project> datalist) {}

    /** A.2: the id. */
    public int create(NewProject wanted) {
        return Integer.parseInt(calls.call(Kind.STANDARD, "POST", PATH, Map.of(), wanted, JsonString.class)
                .getString());
    }

    /** A.3. */
    public void change(Change change) {
        calls.call(Kind.STANDARD, "PUT", PATH, Map.of(), change, Void.class);
    }

    /** A.4: all that the caller may see. */
    public Found all() {
        return calls.call(Kind.STANDARD, "GET", PATH, Map.of(), null, Found.class);
    }

    /** A.4: those of that name. */
    public Found named(String projectName) {
        return calls.call(Kind.STANDARD, "GET", PATH, Map.of("projectName", projectName), null, Found.class);
    }

    /** A.4: the one of that id. */
    public Found get(int id) {
        return calls.call(Kind.STANDARD, "GET", PATH, Map.of("id", id), null, Found.class);
    }
}
