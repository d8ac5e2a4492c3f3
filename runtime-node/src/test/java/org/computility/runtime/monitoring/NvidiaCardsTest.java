package org.computility.runtime.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What NVML answers, put as figures of a device; the numbers are those of a real H100. */
class NvidiaCardsTest {

    private static final long MIB = 1L << 20;

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
        assertThat(new NvidiaCards(null).look().build()).isEmpty();
    }

    private static JsonObject look(FakeNvml nvml) {
        return new NvidiaCards(nvml).look().build().getJsonObject(0);
    }

    private static final class FakeNvml implements NvidiaCards.Nvml {

        private static final int NOT_SUPPORTED = 3;
        private static final int VERSION_MISMATCH = 25;

        private final String name;
        private boolean old;
        private boolean divided;

        FakeNvml(String name) {
            this.name = name;
        }

        @Override
        public int nvmlInit_v2() {
            return 0;
        }

        @Override
        public int nvmlDeviceGetCount_v2(IntByReference count) {
            count.setValue(1);
            return 0;
        }

        @Override
        public int nvmlDeviceGetHandleByIndex_v2(int index, PointerByReference device) {
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
    }
}
