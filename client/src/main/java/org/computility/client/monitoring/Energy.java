package org.computility.client.monitoring;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.computility.client.network.Calls;
import org.computility.client.network.Calls.Kind;

/** Whose the electricity of reported centers was, and what jobs consumed ({@code docs/monitoring.md}). */
public final class Energy {

    private final Calls calls;

    public Energy(Calls calls) {
        this.calls = calls;
    }

    /**
     * An hour of a center, in kWh; {@code jobs}, {@code idle} and {@code cooling} are together {@code total}.
     *
     * @param carbon kg CO2; null: unknown
     * @param whole whether readings reach over all of it
     * @param estimated whether a part of it lies between two readings more than an hour apart
     */
    public record Hour(
            Instant from,
            Instant to,
            BigDecimal total,
            BigDecimal jobs,
            BigDecimal idle,
            BigDecimal cooling,
            BigDecimal carbon,
            boolean whole,
            boolean estimated) {}

    /**
     * What a job consumed until now.
     *
     * @param energy kWh; null: unknown
     * @param carbon kg CO2; null: unknown
     * @param whole whether meters tell of all the time that it ran, everywhere
     */
    public record OfJob(
            String jobId,
            Instant from,
            Instant to,
            BigDecimal energy,
            BigDecimal carbon,
            boolean whole,
            boolean estimated) {}

    /** What holds from an instant until the next that is said; {@code kgPerKwh} null: unknown. */
    public record Factor(Instant validFrom, BigDecimal kgPerKwh) {}

    /** Each hour of the clock of that period, at most 32 days. */
    public List<Hour> ofCenter(int centerId, Instant from, Instant to) {
        return List.of(calls.call(
                Kind.OWN, "GET", at(centerId) + "/energy", Map.of("from", from, "to", to), null, Hour[].class));
    }

    /** Of one job, for whoever sees it. */
    public OfJob ofJob(String jobId) {
        return calls.call(
                Kind.OWN, "GET", "/platform/v1/jobs/" + calls.segment(jobId) + "/energy", Map.of(), null, OfJob.class);
    }

    /** The factors of a center, the first first. */
    public List<Factor> factors(int centerId) {
        return List.of(calls.call(Kind.OWN, "GET", at(centerId) + "/carbon-factors", Map.of(), null, Factor[].class));
    }

    /** Says what holds from then on; for administrators. */
    public List<Factor> say(int centerId, Factor factor) {
        return List.of(calls.call(Kind.OWN, "PUT", at(centerId) + "/carbon-factors", Map.of(), factor, Factor[].class));
    }

    private static String at(int centerId) {
        return "/platform/v1/monitoring/centers/" + centerId;
    }
}
