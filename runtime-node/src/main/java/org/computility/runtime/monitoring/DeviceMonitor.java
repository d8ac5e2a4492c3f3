package org.computility.runtime.monitoring;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.computility.runtime.services.ServiceState;
import oshi.SystemInfo;
import oshi.hardware.CentralProcessor;
import oshi.hardware.GlobalMemory;
import oshi.hardware.HardwareAbstractionLayer;
import oshi.software.os.OSFileStore;
import oshi.software.os.OperatingSystem;

/** Looks at the device; a {@code DeviceInfo} as in the example of T/BAX 0006.5 G.4. Sizes in GiB, utilisation 0 to 1. */
public final class DeviceMonitor implements AutoCloseable {

    private static final double GIB = 1L << 30;

    /** A register of RAPL overflows after a few minutes of full load at the earliest. */
    private static final int SECONDS_BETWEEN_LOOKS = 10;

    private final String code;
    private final String host;
    private final HardwareAbstractionLayer hardware;
    private final OperatingSystem system;
    private final NvidiaCards cards;
    private final ProcessorEnergy energy;
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "energy");
        thread.setDaemon(true);
        return thread;
    });
    private long[] ticks;
    private double utilization;
    private long lookedAt;

    /** @param powercap where the kernel shows the energy of processors */
    public DeviceMonitor(String code, String host, Path powercap) {
        this.code = code;
        this.host = host;
        SystemInfo info = new SystemInfo();
        this.hardware = info.getHardware();
        this.system = info.getOperatingSystem();
        this.ticks = hardware.getProcessor().getSystemCpuLoadTicks();
        this.lookedAt = System.nanoTime();
        this.energy = new ProcessorEnergy(powercap, Clock.systemUTC());
        this.cards = new NvidiaCards(Clock.systemUTC());
        var unused = looks.scheduleWithFixedDelay(this::energy, 0, SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        looks.shutdownNow();
    }

    /** The figures of now; the processor's are the mean since the last look, half a second ago at least. */
    public synchronized JsonObject look(Collection<ServiceState> services) {
        CentralProcessor processor = hardware.getProcessor();
        GlobalMemory memory = hardware.getMemory();
        List<OSFileStore> disks = system.getFileSystem().getFileStores(true);
        return Json.createObjectBuilder()
                .add("DeviceID", code)
                .add("IP", host)
                .add("HostName", system.getNetworkParams().getHostName())
                .add("IsOnline", true)
                .add("OS", system.getFamily() + " " + system.getVersionInfo())
                .add("Cpu", processor.getLogicalProcessorCount())
                .add("CpuType", System.getProperty("os.arch"))
                .add("CpuUtilization", cpu(processor))
                .add("Memory", gib(memory.getTotal()))
                .add("MemoryUsed", gib(memory.getTotal() - memory.getAvailable()))
                .add(
                        "Disk",
                        gib(disks.stream().mapToLong(OSFileStore::getTotalSpace).sum()))
                .add(
                        "DiskUsed",
                        gib(disks.stream().mapToLong(DeviceMonitor::used).sum()))
                .add("DiskDetails", details(disks))
                .add("Energy", energy())
                .add("XpuMonitors", cards.look())
                .add("AlgoServiceMonitors", services(services))
                .build();
    }

    /** A look counts, also where nobody asks. */
    private JsonArrayBuilder energy() {
        return energy.look().addAll(cards.energy());
    }

    private double cpu(CentralProcessor processor) {
        if (System.nanoTime() - lookedAt > 500_000_000L) {
            utilization = Math.round(processor.getSystemCpuLoadBetweenTicks(ticks) * 10_000) / 10_000.0;
            ticks = processor.getSystemCpuLoadTicks();
            lookedAt = System.nanoTime();
        }
        return utilization;
    }

    private static JsonArrayBuilder details(List<OSFileStore> disks) {
        JsonArrayBuilder details = Json.createArrayBuilder();
        for (OSFileStore each : disks) {
            details.add(Json.createObjectBuilder()
                    .add("Path", each.getMount())
                    .add("Disk", gib(each.getTotalSpace()))
                    .add("DiskUsed", gib(used(each))));
        }
        return details;
    }

    private static JsonArrayBuilder services(Collection<ServiceState> services) {
        JsonArrayBuilder monitors = Json.createArrayBuilder();
        for (ServiceState each : services) {
            monitors.add(Json.createObjectBuilder()
                    .add("AlgoServiceID", each.serviceId())
                    .add("AlgoFilePackageID", each.packageId()));
        }
        return monitors;
    }

    private static long used(OSFileStore disk) {
        return disk.getTotalSpace() - disk.getFreeSpace();
    }

    static double gib(long bytes) {
        return Math.round(bytes / GIB * 100) / 100.0;
    }
}
