package org.computility.runtime.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessorEnergyTest {

    private static final long WATT_HOUR = 3_600_000_000L;
    private static final long RANGE = 100 * WATT_HOUR;
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-30T08:00:00.123456Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    @Test
    void packagesAndMemoryAreAddedUpAndPartsOfPackagesAreNot() throws IOException {
        zone("intel-rapl:0", "package-0", 5);
        zone("intel-rapl:0:0", "core", 1);
        zone("intel-rapl:0:1", "dram", 2);
        zone("intel-rapl:1", "package-1", 7);
        zone("intel-rapl-mmio:0", "package-0", 5);
        ProcessorEnergy energy = new ProcessorEnergy(folder, CLOCK);
        assertThat(wattHours(energy)).isZero();

        zone("intel-rapl:0", "package-0", 6);
        zone("intel-rapl:0:0", "core", 50);
        zone("intel-rapl:0:1", "dram", 4);
        zone("intel-rapl:1", "package-1", 10);
        zone("intel-rapl-mmio:0", "package-0", 6);
        assertThat(wattHours(energy)).isEqualTo(6);
        JsonArray told = energy.look().build();
        assertThat(told.getJsonObject(0).getString("CountedSince")).isEqualTo("2026-11-30T08:00:00.123Z");
        assertThat(told.getJsonObject(0).getString("At")).isEqualTo("2026-11-30T08:00:00.123Z");
        assertThat(told.getJsonObject(0).getString("Covers")).isEqualTo("CPU");
    }

    @Test
    void aRegisterOverflowsOrBeginsAnew() throws IOException {
        zone("intel-rapl:0", "package-0", 99);
        ProcessorEnergy energy = new ProcessorEnergy(folder, CLOCK);
        wattHours(energy);

        zone("intel-rapl:0", "package-0", 2);
        assertThat(wattHours(energy)).isEqualTo(3);
        zone("intel-rapl:0", "package-0", 40);
        assertThat(wattHours(energy)).isEqualTo(41);
        zone("intel-rapl:0", "package-0", 1);
        assertThat(wattHours(energy)).isEqualTo(42);
    }

    @Test
    void theRegisterOfTheWholePlatformStandsForAll() throws IOException {
        zone("intel-rapl:0", "package-0", 5);
        zone("intel-rapl:1", "psys", 10);
        ProcessorEnergy energy = new ProcessorEnergy(folder, CLOCK);
        wattHours(energy);

        zone("intel-rapl:0", "package-0", 8);
        zone("intel-rapl:1", "psys", 15);
        assertThat(wattHours(energy)).isEqualTo(5);
    }

    @Test
    void whatCannotBeReadIsAbsentAndCountsOnLater() throws IOException {
        assertThat(new ProcessorEnergy(folder.resolve("nowhere"), CLOCK).look().build())
                .isEmpty();
        zone("intel-rapl:0", "package-0", 5);
        zone("intel-rapl:1", "package-1", 5);
        ProcessorEnergy energy = new ProcessorEnergy(folder, CLOCK);
        wattHours(energy);

        Path hidden = folder.resolve("intel-rapl:1/energy_uj");
        Files.delete(hidden);
        Files.createDirectory(hidden);
        assertThat(energy.look().build())
                .as("half of the processors is no figure")
                .isEmpty();
        Files.delete(hidden);
        zone("intel-rapl:0", "package-0", 6);
        zone("intel-rapl:1", "package-1", 7);
        assertThat(wattHours(energy)).isEqualTo(3);
    }

    private void zone(String zone, String name, long wattHours) throws IOException {
        Path of = Files.createDirectories(folder.resolve(zone));
        Files.writeString(of.resolve("name"), name + "\n");
        Files.writeString(of.resolve("energy_uj"), wattHours * WATT_HOUR + "\n");
        Files.writeString(of.resolve("max_energy_range_uj"), RANGE + "\n");
    }

    private static double wattHours(ProcessorEnergy energy) {
        return energy.look().build().getJsonObject(0).getJsonNumber("WattHours").doubleValue();
    }
}
