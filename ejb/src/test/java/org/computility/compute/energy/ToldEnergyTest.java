package org.computility.compute.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.computility.shared.JsonSupport.JSON;

import jakarta.json.JsonObject;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ToldEnergyTest {

    private static final Instant SINCE = Instant.parse("2026-11-30T08:00:00Z");

    @Test
    void countsOfMachinesAreRead() {
        MachineEnergy box = only("""
                {"DeviceID": "box", "XpuMonitors": [{}], "Energy": [
                    {"Source": "RAPL", "Covers": "CPU", "WattHours": 12.5, "CountedSince": "2026-11-30T16:00:00+08:00"},
                    {"Source": "NVML", "Covers": "XPU", "WattHours": 1.0000019, "CountedSince": "2026-11-30T08:00:00Z",
                     "At": "2026-11-30T08:01:00Z"}]}
                """);

        assertThat(box)
                .isEqualTo(new MachineEnergy(
                        "box",
                        true,
                        true,
                        List.of(
                                new EnergyCount("CPU", new BigDecimal("12.500000"), SINCE, null),
                                new EnergyCount("XPU", new BigDecimal("1.000001"), SINCE, SINCE.plusSeconds(60)))));
    }

    @Test
    void whatIsNotToldIsAbsent() {
        assertThat(only("{}")).isEqualTo(new MachineEnergy(null, true, false, List.of()));
        assertThat(only("{\"DeviceID\": 7, \"IsOnline\": false, \"XpuMonitors\": [], \"Energy\": {}}"))
                .isEqualTo(new MachineEnergy(null, false, false, List.of()));
        assertThat(only("{\"DeviceID\": \"" + "x".repeat(65) + "\"}").machine()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1e12", "1e400", "1e-999999999", "\"12\"", "null"})
    void whatIsNoAmountIsNoCount(String wattHours) {
        assertThat(
                        only("{\"Energy\": [{\"Covers\": \"CPU\", \"CountedSince\": \"2026-11-30T08:00:00Z\", \"WattHours\": "
                                        + wattHours + "}, 7]}")
                                .counts())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2026-11-30", "", "1969-01-01T00:00:00Z", "+99999-01-01T00:00:00Z"})
    void whatHasNoBeginningIsNoCount(String since) {
        assertThat(only("{\"Energy\": [{\"Covers\": \"CPU\", \"WattHours\": 1, \"CountedSince\": \"" + since + "\"}]}")
                        .counts())
                .isEmpty();
    }

    private static MachineEnergy only(String told) {
        JsonObject machine;
        try (var reader = JSON.createReader(new StringReader(told))) {
            machine = reader.readObject();
        }
        return ToldEnergy.in(List.of(machine)).get(0);
    }
}
