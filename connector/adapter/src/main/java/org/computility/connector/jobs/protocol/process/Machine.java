package org.computility.connector.jobs.protocol.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.RuntimeFailure.Reason;
import org.computility.connector.jobs.JobCapacity;
import org.computility.connector.jobs.JobResources;
import org.computility.connector.jobs.NodeCapacity;
import org.computility.connector.jobs.protocol.files.Folders;

/** What this machine, or the container around this process, has, and what of it no job has been given. */
final class Machine {

    /** The limit of a container's memory, under the second and the first version of control groups. */
    private static final List<Path> CONTAINER =
            List.of(Path.of("/sys/fs/cgroup/memory.max"), Path.of("/sys/fs/cgroup/memory/memory.limit_in_bytes"));

    private Machine() {}

    /**
     * What is free of it when these jobs have what they were given.
     *
     * @throws IllegalArgumentException where the kernel's files make no sense
     */
    static JobCapacity capacity(Path location, List<Given> jobs, boolean services) throws IOException {
        NodeCapacity whole = whole();
        long cores = jobs.stream().mapToLong(Given::cores).sum();
        long memory = jobs.stream().mapToLong(Given::memoryBytes).sum();
        NodeCapacity node = new NodeCapacity(
                whole.name(),
                whole.cores(),
                (int) Math.max(0, whole.cores() - cores),
                whole.memoryBytes(),
                Math.max(0, whole.memoryBytes() - memory),
                null,
                0);
        return new JobCapacity(architecture(), storage(location), services, List.of(node));
    }

    /** @throws RuntimeFailure REFUSED where it could not be given so much, were it ever so idle */
    static void check(JobResources asked) throws IOException, RuntimeFailure {
        NodeCapacity whole = whole();
        check(asked.nodes() == 1, "resources.nodes must be 1: this machine is a single node");
        check(asked.cores() <= whole.cores(), "resources.cores must be at most " + whole.cores());
        check(
                asked.memoryBytes() <= whole.memoryBytes(),
                "resources.memoryBytes must be at most " + whole.memoryBytes());
        check(
                asked.accelerators() == null,
                "resources.accelerators must not be asked for: a center of the kind process gives none");
    }

    private static void check(boolean right, String mend) throws RuntimeFailure {
        if (!right) {
            throw new RuntimeFailure(Reason.REFUSED, mend, null);
        }
    }

    /** Whoever names a folder that cannot be used hears of it before the first job does: what a job needs is tried. */
    private static long storage(Path location) throws IOException {
        try {
            Path made = Folders.make(location);
            // Should this server die here, the next removal of a job takes it along.
            Files.deleteIfExists(Files.createTempFile(made, ".forgotten-", ""));
            return Files.getFileStore(made).getTotalSpace();
        } catch (IOException e) {
            throw new IOException("The folder " + location + " cannot be made or written by the platform: " + e, e);
        }
    }

    private static NodeCapacity whole() throws IOException {
        int cores = Runtime.getRuntime().availableProcessors();
        long memory = kibibytes(Files.readAllLines(Path.of("/proc/meminfo")), "MemTotal:");
        return withinContainer(new NodeCapacity("localhost", cores, cores, memory, memory, null, 0));
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
        for (Path file : CONTAINER) {
            String limit = Files.isReadable(file) ? Files.readString(file).strip() : "max";
            if (!limit.equals("max")) {
                long memory = Math.min(whole.memoryBytes(), Long.parseLong(limit));
                return new NodeCapacity(whole.name(), whole.cores(), whole.freeCores(), memory, memory, null, 0);
            }
        }
        return whole;
    }
}
