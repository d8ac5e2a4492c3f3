package org.computility.runtime.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.LongByReference;
import com.sun.jna.ptr.PointerByReference;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What NVML answers, put as figures of a device; the numbers are those of a real H100. */
class NvidiaCardsTest {

    private static final long MIB = 1L << 20;
    private static final long MILLIJOULES_A_WATT_HOUR = 3_600_000;
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-30T08:00:00.123456Z"), ZoneOffset.UTC);

    @Test
    void memoryThatTheDriverKeepsForItselfIsNotUsed() {
        JsonObject card = look(new FakeNvml("NVIDIA H100 80GB HBM3"));

        assertThat(card.getJsonNumber("XpuMemory").doubleValue()).isEqualTo(79.65);
        assertThat(card.getJsonNumber("XpuMemoryUsed").doubleValue()).isEqualTo(0.67);
        assertThat(card.getJsonNumber("XpuUtilization").doubleValue()).isEqualTo(0.28);
        assertThat(card.getString("XpuType")).isEqualTo("NVIDIA-H100");
    }

    @Test
    void anOldDriverIsAskedInTheOldWay() {
        FakeNvml old = new FakeNvml("Tesla T4");
        old.old = true;

        assertThat(look(old).getJsonNumber("XpuMemoryUsed").doubleValue()).isEqualTo(1.14);
    }

    @Test
    void aDividedCardIsReportedWithoutUtilisation() {
        FakeNvml divided = new FakeNvml("NVIDIA H100 80GB HBM3");
        divided.divided = true;

        assertThat(look(divided)).containsOnlyKeys("XpuMemory", "XpuMemoryUsed", "XpuType");
    }

    @ParameterizedTest
    @CsvSource({
        "Tesla V100-SXM2-16GB, NVIDIA-V100",
        "NVIDIA GH200 480GB, NVIDIA-GH200",
        "NVIDIA L40S, NVIDIA-L40S",
        "NVIDIA GeForce RTX 4090, NVIDIA-4090"
    })
    void cardsAreNamedAsInAnnexH(String name, String type) {
        assertThat(look(new FakeNvml(name)).getString("XpuType")).isEqualTo(type);
    }

    @Test
    void withoutTheLibraryThereAreNoCards() {
        assertThat(new NvidiaCards(null, CLOCK).look().build()).isEmpty();
    }

    @Test
    void whatAllCardsUseIsCountedSinceTheNodeBegan() {
        FakeNvml nvml = new FakeNvml("NVIDIA H100 80GB HBM3").using(1_000_000, 7);
        NvidiaCards cards = new NvidiaCards(nvml, CLOCK);
        assertThat(energy(cards).getJsonNumber("WattHours").doubleValue()).isZero();

        nvml.using(1_000_000 + 2 * MILLIJOULES_A_WATT_HOUR, 7 + MILLIJOULES_A_WATT_HOUR / 2);
        JsonObject told = energy(cards);
        assertThat(told.getJsonNumber("WattHours").doubleValue()).isEqualTo(2.5);
        assertThat(told.getString("Source")).isEqualTo("NVML");
        assertThat(told.getString("Covers")).isEqualTo("XPU");
        assertThat(told.getString("CountedSince")).isEqualTo("2026-11-30T08:00:00.123Z");
        assertThat(told.getString("At")).isEqualTo("2026-11-30T08:00:00.123Z");
    }

    @Test
    void aDriverThatIsLoadedAnewCountsFromZero() {
        FakeNvml nvml = new FakeNvml("NVIDIA H100 80GB HBM3").using(9 * MILLIJOULES_A_WATT_HOUR);
        NvidiaCards cards = new NvidiaCards(nvml, CLOCK);
        energy(cards);

        nvml.using(3 * MILLIJOULES_A_WATT_HOUR);
        assertThat(energy(cards).getJsonNumber("WattHours").doubleValue()).isEqualTo(3);
    }

    @Test
    void aCardThatDoesNotTellLeavesTheEnergyOfCardsUnknown() {
        FakeNvml nvml = new FakeNvml("Tesla P100").using(5, null);
        NvidiaCards cards = new NvidiaCards(nvml, CLOCK);

        assertThat(cards.energy().build()).as("half of the cards is no figure").isEmpty();
        assertThat(cards.look().build()).hasSize(2);
        nvml.old = true;
        assertThat(cards.energy().build()).isEmpty();
        assertThat(new NvidiaCards(null, CLOCK).energy().build()).isEmpty();
    }

    private static JsonObject energy(NvidiaCards cards) {
        return cards.energy().build().getJsonObject(0);
    }

    private static JsonObject look(FakeNvml nvml) {
        return new NvidiaCards(nvml, CLOCK).look().build().getJsonObject(0);
    }

    private static final class FakeNvml implements NvidiaCards.Nvml {

        private static final int NOT_SUPPORTED = 3;
        private static final int VERSION_MISMATCH = 25;

        private final String name;
        private boolean old;
        private boolean divided;
        /** Of each card, in mJ; null: it does not tell. */
        private List<Long> energy = Collections.singletonList(null);

        FakeNvml(String name) {
            this.name = name;
        }

        FakeNvml using(Number... millijoules) {
            energy = Stream.of(millijoules)
                    .map(each -> each == null ? null : each.longValue())
                    .collect(Collectors.toCollection(ArrayList::new));
            return this;
        }

        @Override
        public int nvmlInit_v2() {
            return 0;
        }

        @Override
        public int nvmlDeviceGetCount_v2(IntByReference count) {
            count.setValue(energy.size());
            return 0;
        }

        @Override
        public int nvmlDeviceGetHandleByIndex_v2(int index, PointerByReference device) {
            device.setValue(Pointer.createConstant(index + 1L));
            return 0;
        }

        @Override
        public int nvmlDeviceGetName(Pointer device, byte[] text, int length) {
            byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
            System.arraycopy(bytes, 0, text, 0, bytes.length);
            return 0;
        }

        @Override
        public int nvmlDeviceGetMemoryInfo(Pointer device, Pointer memory) {
            memory.setLong(0, 81_559 * MIB);
            memory.setLong(16, (683 + 480) * MIB);
            return 0;
        }

        @Override
        public int nvmlDeviceGetMemoryInfo_v2(Pointer device, Pointer memory) {
            if (old) {
                throw new UnsatisfiedLinkError("nvmlDeviceGetMemoryInfo_v2");
            }
            if (memory.getInt(0) != 0x2000028) {
                return VERSION_MISMATCH;
            }
            memory.setLong(8, 81_559 * MIB);
            memory.setLong(16, 480 * MIB);
            memory.setLong(32, 683 * MIB);
            return 0;
        }

        @Override
        public int nvmlDeviceGetUtilizationRates(Pointer device, Pointer rates) {
            if (divided) {
                return NOT_SUPPORTED;
            }
            rates.setInt(0, 28);
            return 0;
        }

        @Override
        public int nvmlDeviceGetTotalEnergyConsumption(Pointer device, LongByReference millijoules) {
            if (old) {
                throw new UnsatisfiedLinkError("nvmlDeviceGetTotalEnergyConsumption");
            }
            Long used = energy.get((int) Pointer.nativeValue(device) - 1);
            if (used == null) {
                return NOT_SUPPORTED;
            }
            millijoules.setValue(used);
            return 0;
        }
    }
}
