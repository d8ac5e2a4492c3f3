package org.computility.client.monitoring;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.computility.client.network.Calls;
import org.computility.client.network.Calls.Kind;

/** What reported computing centers do now (TC609 B.1; {@code docs/monitoring.md}). */
public final class OperationalData {

    private static final String PATH = "/api/queryOperationalData";

    private final Calls calls;

    public OperationalData(Calls calls) {
        this.calls = calls;
    }

    /** 算力负载: utilizations in percent; null where it is not known. */
    public record Load(
            BigDecimal computingUtilization,
            BigDecimal memoryUtilization,
            BigDecimal acceleratorUtilization,
            Long jobsRunning,
            Long jobsWaiting) {}

    /** How much there is: memory in GiB, power in PFLOPS at FP16; null where it is not known. */
    public record Capacity(
            BigDecimal nodes,
            BigDecimal cores,
            BigDecimal memory,
            BigDecimal accelerators,
            BigDecimal computingPower) {}

    /** 算力规模. */
    public record Scale(Capacity total, Capacity schedulable) {}

    /**
     * What a source last told.
     *
     * @param kind CENTER or COMPUTE
     * @param answered only then its figures count in those of the center
     * @param reason why it does not answer; null where it does
     * @param asOf when it told these figures, {@code 2026-11-29 20:00:05}; null where it never did
     * @param age seconds since then
     */
    public record Source(
            String kind,
            String id,
            String name,
            boolean answered,
            String reason,
            String asOf,
            Long age,
            Load load,
            Scale scale) {}

    /**
     * Table B.1-3.
     *
     * @param asOf when the first of the counted sources told; null where none counts
     * @param age seconds since then
     * @param partial whether a source does not answer
     */
    public record Data(
            int centerId,
            String centerName,
            Load load,
            Scale scale,
            String asOf,
            Long age,
            boolean partial,
            List<Source> sources) {}

    /** B.1, of the center of that id. */
    public Data of(int centerId) {
        return calls.call(Kind.STANDARD, "GET", PATH, Map.of("centerId", centerId), null, Data.class);
    }

    /** B.1, of the center of that name. */
    public Data named(String centerName) {
        return calls.call(Kind.STANDARD, "GET", PATH, Map.of("centerName", centerName), null, Data.class);
    }
}
