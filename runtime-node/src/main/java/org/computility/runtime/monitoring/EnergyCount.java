package org.computility.runtime.monitoring;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;

/** What the registers of some hardware counted together since the node began. */
final class EnergyCount {

    /** A register that does not overflow. */
    static final long ENDLESS = Long.MAX_VALUE;

    private static final BigDecimal MICROJOULES_A_WATT_HOUR = new BigDecimal("3600000000");
    private static final int PLACES = 6;

    /**
     * What the hardware shows.
     *
     * @param range where it begins at zero again, in microjoules
     */
    record Register(long microjoules, long range) {}

    private final String source;
    private final String covers;
    private final Clock clock;
    private final Map<String, Register> before = new TreeMap<>();
    private long counted;
    private Instant since;

    /**
     * @param source who counts: RAPL, NVML
     * @param covers what is counted: CPU, XPU
     */
    EnergyCount(String source, String covers, Clock clock) {
        this.source = source;
        this.covers = covers;
        this.clock = clock;
    }

    /** {@code Energy}: what was counted by now, by all registers; no entry where there are none. */
    synchronized JsonArrayBuilder told(Map<String, Register> now) {
        JsonArrayBuilder told = Json.createArrayBuilder();
        if (now.isEmpty()) {
            return told;
        }
        Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        since = since == null ? at : since;
        now.forEach((name, register) -> counted += added(before.get(name), register));
        before.putAll(now);
        return told.add(Json.createObjectBuilder()
                .add("Source", source)
                .add("Covers", covers)
                .add(
                        "WattHours",
                        BigDecimal.valueOf(counted).divide(MICROJOULES_A_WATT_HOUR, PLACES, RoundingMode.FLOOR))
                .add("CountedSince", since.toString())
                .add("At", at.toString()));
    }

    /** Less than before is an overflow where the way over the range is shorter than half of it, else a new beginning. */
    private static long added(Register before, Register now) {
        if (before == null) {
            return 0;
        }
        if (now.microjoules() >= before.microjoules()) {
            return now.microjoules() - before.microjoules();
        }
        long over = now.range() - before.microjoules() + now.microjoules();
        return over >= 0 && over < now.range() / 2 ? over : now.microjoules();
    }
}
