package org.computility.connector.jobs.protocol.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.computility.connector.jobs.JobCapacity;
import org.computility.connector.jobs.NodeCapacity;

/** What this machine, or the container around this process, has and has free. */
final class Machine {

    /** The limit and the use of a container's memory, under the second and the first version of control groups. */
    private static final List<List<Path>> CONTAINER = List.of(
            List.of(Path.of("/sys/fs/cgroup/memory.max"), Path.of("/sys/fs/cgroup/memory.current")),
            List.of(
                    Path.of("/sys/fs/cgroup/memory/memory.limit_in_bytes"),
                    Path.of("/sys/fs/cgroup/memory/memory.usage_in_bytes")));

    private Machine() {}

    /** @throws IllegalArgumentException where the kernel's files make no sense */
    static JobCapacity capacity() throws IOException {
        int cores = Runtime.getRuntime().availableProcessors();
        double busy =
                Double.parseDouble(Files.readString(Path.of("/proc/loadavg")).split(" ")[0]);
        int freeCores = (int) Math.max(0, cores - busy);
        List<String> memory = Files.readAllLines(Path.of("/proc/meminfo"));
        NodeCapacity whole = new NodeCapacity(
                "localhost",
                cores,
                freeCores,
                kibibytes(memory, "MemTotal:"),
                kibibytes(memory, "MemAvailable:"),
                null,
                0);
        return new JobCapacity(architecture(), 0, List.of(withinContainer(whole)));
    }

    private static String architecture() {
        return switch (System.getProperty("os.arch")) {
            case "amd64" -> "X86";
            case "aarch64" -> "ARM";
            default -> System.getProperty("os.arch");
        };
    }

    private static long kibibytes(List<String> lines, String name) {
        String line = lines.stream()
                .filter(candidate -> candidate.startsWith(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No " + name + " in /proc/meminfo"));
        return Long.parseLong(line.substring(name.length()).replace("kB", "").strip()) << 10;
    }

    private static NodeCapacity withinContainer(NodeCapacity whole) throws IOException {
        for (List<Path> files : CONTAINER) {
            String limit = Files.isReadable(files.get(0))
                    ? Files.readString(files.get(0)).strip()
                    : "max";
            if (!limit.equals("max")) {
                long used = Long.parseLong(Files.readString(files.get(1)).strip());
                return bounded(whole, Long.parseLong(limit), used);
            }
        }
        return whole;
    }

    private static NodeCapacity bounded(NodeCapacity whole, long limit, long used) {
        long free = Math.min(whole.freeMemoryBytes(), Math.max(0, limit - used));
        return new NodeCapacity(
                whole.name(), whole.cores(), whole.freeCores(), Math.min(whole.memoryBytes(), limit), free, null, 0);
    }
}
