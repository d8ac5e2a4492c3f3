package org.computility.runtime.monitoring;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;

/**
 * The energy of processors and their memory by RAPL, counted since the node began. The kernel's registers begin at zero again within
 * minutes, so this must be looked at more often than that.
 */
final class ProcessorEnergy {

    private static final Logger LOG = System.getLogger(ProcessorEnergy.class.getName());
    private static final BigDecimal MICROJOULES_A_WATT_HOUR = new BigDecimal("3600000000");
    private static final int PLACES = 6;

    private record Register(long microjoules, long range) {}

    private final Path powercap;
    private final Clock clock;
    private final Map<String, Register> before = new TreeMap<>();
    private long counted;
    private Instant since;
    private boolean complained;

    /** @param powercap the kernel's folder, {@code /sys/class/powercap} */
    ProcessorEnergy(Path powercap, Clock clock) {
        this.powercap = powercap;
        this.clock = clock;
    }

    /** {@code Energy}: what was counted by now; no entry where a register cannot be read. */
    synchronized JsonArrayBuilder look() {
        JsonArrayBuilder told = Json.createArrayBuilder();
        Map<String, Register> now = registers();
        if (now.isEmpty()) {
            return told;
        }
        since = since == null ? clock.instant().truncatedTo(ChronoUnit.MILLIS) : since;
        now.forEach((name, register) -> counted += added(before.get(name), register));
        before.putAll(now);
        return told.add(Json.createObjectBuilder()
                .add("Source", "RAPL")
                .add("Covers", "CPU")
                .add(
                        "WattHours",
                        BigDecimal.valueOf(counted).divide(MICROJOULES_A_WATT_HOUR, PLACES, RoundingMode.FLOOR))
                .add("CountedSince", since.toString()));
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

    /** The whole platform's register where there is one, else those of packages and of memory, which packages do not include. */
    private Map<String, Register> registers() {
        Map<String, Register> parts = new TreeMap<>();
        Map<String, Register> whole = new TreeMap<>();
        try (DirectoryStream<Path> zones = Files.newDirectoryStream(powercap, "intel-rapl:*")) {
            for (Path zone : zones) {
                String name = text(zone, "name");
                if (name.equals("psys")) {
                    whole.put(zone.getFileName().toString(), register(zone));
                } else if (name.startsWith("package-") || name.equals("dram")) {
                    parts.put(zone.getFileName().toString(), register(zone));
                }
            }
        } catch (IOException | DirectoryIteratorException | NumberFormatException e) {
            if (!complained) {
                LOG.log(Level.INFO, "The energy of processors is not told, RAPL cannot be read: {0}", e.toString());
                complained = true;
            }
            return Map.of();
        }
        return whole.isEmpty() ? parts : whole;
    }

    private static Register register(Path zone) throws IOException {
        return new Register(Long.parseLong(text(zone, "energy_uj")), Long.parseLong(text(zone, "max_energy_range_uj")));
    }

    private static String text(Path zone, String file) throws IOException {
        return Files.readString(zone.resolve(file)).strip();
    }
}
