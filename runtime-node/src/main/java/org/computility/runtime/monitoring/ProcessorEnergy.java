package org.computility.runtime.monitoring;

import jakarta.json.JsonArrayBuilder;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import org.computility.runtime.monitoring.EnergyCount.Register;

/**
 * The energy of processors and their memory by RAPL, counted since the node began. The kernel's registers begin at zero again within
 * minutes, so this must be looked at more often than that.
 */
final class ProcessorEnergy {

    private static final Logger LOG = System.getLogger(ProcessorEnergy.class.getName());

    private final Path powercap;
    private final EnergyCount count;
    private boolean complained;

    /** @param powercap the kernel's folder, {@code /sys/class/powercap} */
    ProcessorEnergy(Path powercap, Clock clock) {
        this.powercap = powercap;
        this.count = new EnergyCount("RAPL", "CPU", clock);
    }

    /** {@code Energy}: what was counted by now; no entry where a register cannot be read. */
    synchronized JsonArrayBuilder look() {
        return count.told(registers());
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
