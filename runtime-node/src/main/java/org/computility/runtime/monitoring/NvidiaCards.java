package org.computility.runtime.monitoring;

import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.LongByReference;
import com.sun.jna.ptr.PointerByReference;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.computility.runtime.monitoring.EnergyCount.Register;

/** NVIDIA cards as NVML sees them; none where its library is not installed. Sizes in GiB, as {@code nvidia-smi} has them. */
final class NvidiaCards {

    private static final Logger LOG = System.getLogger(NvidiaCards.class.getName());
    /** Drivers bring the first name; the second exists on machines that build against the library. */
    private static final List<String> LIBRARIES = List.of("libnvidia-ml.so.1", "nvidia-ml");

    /** The few functions of libnvidia-ml needed here; each answers 0 on success. */
    interface Nvml extends Library {

        int nvmlInit_v2();

        int nvmlDeviceGetCount_v2(IntByReference count);

        int nvmlDeviceGetHandleByIndex_v2(int index, PointerByReference device);

        int nvmlDeviceGetName(Pointer device, byte[] name, int length);

        /** total, free and used, 64 bits each; what the driver keeps for itself counts as used. */
        int nvmlDeviceGetMemoryInfo(Pointer device, Pointer memory);

        /** The version asked for, 32 bits, then at byte 8 total, reserved, free and used; since driver 510. */
        int nvmlDeviceGetMemoryInfo_v2(Pointer device, Pointer memory);

        /** Percent of the card and of its memory's bandwidth, 32 bits each. */
        int nvmlDeviceGetUtilizationRates(Pointer device, Pointer rates);

        /** Millijoules since the driver was loaded, 64 bits; since Volta. */
        int nvmlDeviceGetTotalEnergyConsumption(Pointer device, LongByReference millijoules);
    }

    private record CardMemory(long total, long used) {}

    private static final int MEMORY_V2_SIZE = 40;
    private static final int MEMORY_V2 = MEMORY_V2_SIZE | 2 << 24;
    private static final long MICROJOULES_A_MILLIJOULE = 1000;

    private final Nvml nvml;
    private final EnergyCount energy;

    NvidiaCards(Clock clock) {
        this(load(), clock);
    }

    /** {@code null} where there is no library. */
    NvidiaCards(Nvml nvml, Clock clock) {
        this.nvml = nvml;
        this.energy = new EnergyCount("NVML", "XPU", clock);
    }

    private static Nvml load() {
        for (String each : LIBRARIES) {
            try {
                Nvml library = Native.load(each, Nvml.class);
                int answer = library.nvmlInit_v2();
                if (answer == 0) {
                    return library;
                }
                LOG.log(Level.WARNING, "NVML is here, but answers {0}: cards are not reported", answer);
                return null;
            } catch (UnsatisfiedLinkError e) {
                LOG.log(Level.DEBUG, "No NVML here: {0}", e.getMessage());
            }
        }
        return null;
    }

    /** {@code XpuMonitors}: one entry a card. */
    JsonArrayBuilder look() {
        JsonArrayBuilder monitors = Json.createArrayBuilder();
        int cards = count();
        for (int i = 0; i < cards; i++) {
            device(i).ifPresent(device -> add(monitors, device));
        }
        return monitors;
    }

    /** {@code Energy}: what all cards together used since the node began; no entry where one of them does not tell. */
    synchronized JsonArrayBuilder energy() {
        Map<String, Register> registers = new TreeMap<>();
        int cards = count();
        for (int i = 0; i < cards; i++) {
            String card = String.valueOf(i);
            device(i).flatMap(this::register).ifPresent(register -> registers.put(card, register));
        }
        return energy.told(registers.size() == cards ? registers : Map.of());
    }

    private int count() {
        IntByReference count = new IntByReference();
        return nvml == null || nvml.nvmlDeviceGetCount_v2(count) != 0 ? 0 : count.getValue();
    }

    private Optional<Pointer> device(int index) {
        PointerByReference device = new PointerByReference();
        return nvml.nvmlDeviceGetHandleByIndex_v2(index, device) == 0
                ? Optional.of(device.getValue())
                : Optional.empty();
    }

    private Optional<Register> register(Pointer device) {
        LongByReference millijoules = new LongByReference();
        try {
            if (nvml.nvmlDeviceGetTotalEnergyConsumption(device, millijoules) == 0) {
                return Optional.of(
                        new Register(millijoules.getValue() * MICROJOULES_A_MILLIJOULE, EnergyCount.ENDLESS));
            }
        } catch (UnsatisfiedLinkError e) {
            LOG.log(Level.DEBUG, "An old driver: {0}", e.getMessage());
        }
        return Optional.empty();
    }

    private void add(JsonArrayBuilder monitors, Pointer device) {
        byte[] name = new byte[96];
        CardMemory memory = memory(device);
        if (memory == null || nvml.nvmlDeviceGetName(device, name, name.length) != 0) {
            return;
        }
        JsonObjectBuilder card = Json.createObjectBuilder()
                .add("XpuMemory", DeviceMonitor.gib(memory.total()))
                .add("XpuMemoryUsed", DeviceMonitor.gib(memory.used()));
        try (Memory rates = new Memory(8)) {
            // A card that is divided (MIG) has no utilisation of its own.
            if (nvml.nvmlDeviceGetUtilizationRates(device, rates) == 0) {
                card.add("XpuUtilization", rates.getInt(0) / 100.0);
            }
        }
        monitors.add(card.add("XpuType", type(name)));
    }

    private CardMemory memory(Pointer device) {
        try (Memory memory = new Memory(MEMORY_V2_SIZE)) {
            memory.setInt(0, MEMORY_V2);
            if (nvml.nvmlDeviceGetMemoryInfo_v2(device, memory) == 0) {
                return new CardMemory(memory.getLong(8), memory.getLong(32));
            }
        } catch (UnsatisfiedLinkError e) {
            LOG.log(Level.DEBUG, "An old driver: {0}", e.getMessage());
        }
        try (Memory memory = new Memory(24)) {
            boolean told = nvml.nvmlDeviceGetMemoryInfo(device, memory) == 0;
            return told ? new CardMemory(memory.getLong(0), memory.getLong(16)) : null;
        }
    }

    /** "NVIDIA H200" and "Tesla T4" as Annex H writes them: NVIDIA-H200, NVIDIA-T4. */
    private static String type(byte[] name) {
        String text = new String(name, StandardCharsets.UTF_8).split("\0", 2)[0].trim();
        for (String word : text.split("[ -]", -1)) {
            if (word.matches("[A-Z]{0,2}\\d+.*")) {
                return "NVIDIA-" + word;
            }
        }
        return text;
    }
}
