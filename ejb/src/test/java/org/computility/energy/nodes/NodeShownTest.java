package org.computility.energy.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.computility.compute.energy.EnergyCount;
import org.computility.compute.energy.MachineEnergy;
import org.junit.jupiter.api.Test;

class NodeShownTest {

    private static final Instant SINCE = Instant.parse("2026-11-30T08:00:00Z");
    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");
    private static final EnergyCount PROCESSORS = count("CPU", "5", NOON);
    private static final EnergyCount CARDS = count("XPU", "7.5", NOON.minusSeconds(3));

    @Test
    void theCountersThatAMeterTakesOverAreAddedUp() {
        MachineEnergy one = new MachineEnergy("one", true, true, List.of(PROCESSORS, CARDS));
        MachineEnergy two = new MachineEnergy("two", true, false, List.of(count("CPU", "1", null)));

        assertThat(shown(Covers.CPU, one, two).wattHours()).isEqualByComparingTo("6");
        assertThat(shown(Covers.XPU, one, two).wattHours()).isEqualByComparingTo("7.5");
        assertThat(shown(Covers.ALL, one, two).wattHours()).isEqualByComparingTo("13.5");
        assertThat(shown(Covers.ALL, one, two).at()).as("the oldest").isEqualTo(CARDS.at());
        assertThat(shown(Covers.CPU, two).at()).isNull();
        assertThat(shown(Covers.CPU, two).raw()).isEqualTo("two CPU 1 Wh since 2026-11-30T08:00:00Z");
    }

    @Test
    void whereOneIsUnknownTheSumIs() {
        MachineEnergy silent = new MachineEnergy("silent", true, true, List.of());
        MachineEnergy told = new MachineEnergy("told", true, false, List.of(PROCESSORS));

        assertThat(shown(Covers.CPU, told, silent).failure())
                .isEqualTo("The node tells no energy of CPU on its machine silent.");
        assertThat(shown(Covers.CPU, told, silent).counts()).isEmpty();
        assertThat(shown(Covers.XPU, silent).failure()).contains("no energy of XPU");
        assertThat(shown(Covers.XPU, told).failure()).contains("no machine");
        assertThat(shown(Covers.ALL).failure()).contains("no machine");
    }

    @Test
    void aMachineThatIsOffCountsNothing() {
        MachineEnergy off = new MachineEnergy("off", false, true, List.of());
        MachineEnergy told = new MachineEnergy("told", true, false, List.of(PROCESSORS));

        assertThat(shown(Covers.ALL, told, off).wattHours()).isEqualByComparingTo("5");
    }

    @Test
    void whatCannotBeToldApartIsUnknown() {
        MachineEnergy twice = new MachineEnergy("twice", true, false, List.of(PROCESSORS, PROCESSORS));
        MachineEnergy nameless = new MachineEnergy(null, true, false, List.of(PROCESSORS));

        assertThat(shown(Covers.CPU, twice).failure()).contains("several counts of CPU");
        assertThat(shown(Covers.CPU, nameless, nameless).failure()).contains("one DeviceID");
        assertThat(shown(Covers.CPU, nameless).wattHours()).isEqualByComparingTo("5");
    }

    private static NodeShown shown(Covers covers, MachineEnergy... machines) {
        return NodeShown.of(Arrays.asList(machines), covers);
    }

    private static EnergyCount count(String covers, String wattHours, Instant at) {
        return new EnergyCount(covers, new BigDecimal(wattHours), SINCE, at);
    }
}
