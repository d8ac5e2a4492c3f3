package org.computility.runtime.monitoring;

import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;

/** NVIDIA cards as NVML sees them; none where its library is not installed. */
final class NvidiaCards {

    private static final Logger LOG = System.getLogger(NvidiaCards.class.getName());
    private static final double GIB = 1L << 30;

    /** The few functions of libnvidia-ml needed here; each answers 0 on success. */
    interface Nvml extends Library {

        int nvmlInit_v2();

        int nvmlDeviceGetCount_v2(IntByReference count);

        int nvmlDeviceGetHandleByIndex_v2(int index, PointerByReference device);

        int nvmlDeviceGetName(Pointer device, byte[] name, int length);

        /** total, free and used, 64 bits each. */
        int nvmlDeviceGetMemoryInfo(Pointer device, Pointer memory);

        /** Percent of the card and of its memory's bandwidth, 32 bits each. */
        int nvmlDeviceGetUtilizationRates(Pointer device, Pointer rates);
    }

    private final Nvml nvml = load();

    private static Nvml load() {
        try {
            Nvml library = Native.load("nvidia-ml", Nvml.class);
            return library.nvmlInit_v2() == 0 ? library : null;
        } catch (UnsatisfiedLinkError e) {
            LOG.log(Level.DEBUG, "No NVML here: {0}", e.getMessage());
            return null;
        }
    }

    /** {@code XpuMonitors}: one entry a card. */
    JsonArrayBuilder look() {
        JsonArrayBuilder monitors = Json.createArrayBuilder();
        IntByReference count = new IntByReference();
        if (nvml == null || nvml.nvmlDeviceGetCount_v2(count) != 0) {
            return monitors;
        }
        for (int i = 0; i < count.getValue(); i++) {
            PointerByReference device = new PointerByReference();
            if (nvml.nvmlDeviceGetHandleByIndex_v2(i, device) == 0) {
                add(monitors, device.getValue());
            }
        }
        return monitors;
    }

    private void add(JsonArrayBuilder monitors, Pointer device) {
        byte[] name = new byte[96];
        try (Memory memory = new Memory(24);
                Memory rates = new Memory(8)) {
            if (nvml.nvmlDeviceGetName(device, name, name.length) != 0
                    || nvml.nvmlDeviceGetMemoryInfo(device, memory) != 0
                    || nvml.nvmlDeviceGetUtilizationRates(device, rates) != 0) {
                return;
            }
            monitors.add(Json.createObjectBuilder()
                    .add("XpuMemory", memory.getLong(0) / GIB)
                    .add("XpuMemoryUsed", memory.getLong(16) / GIB)
                    .add("XpuUtilization", rates.getInt(0) / 100.0)
                    .add("XpuType", type(name)));
        }
    }

    /** "NVIDIA H200" and "Tesla T4" as Annex H writes them: NVIDIA-H200, NVIDIA-T4. */
    private static String type(byte[] name) {
        String text = new String(name, StandardCharsets.UTF_8).split("\0", 2)[0].trim();
        for (String word : text.split("[ -]", -1)) {
            if (word.matches("[A-Z]?\\d+.*")) {
                return "NVIDIA-" + word;
            }
        }
        return text;
    }
}
