package org.computility.connector.jobs.protocol.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.computility.connector.jobs.JobResources;
import org.computility.connector.jobs.protocol.JobRules;
import org.computility.connector.jobs.protocol.files.Acceptance;

/**
 * The kernel's limits for all processes of a job together, where the server may set them: below its own control groups, or
 * beside them. Elsewhere memory is limited for each process, and processes by the rules of namespaces.
 *
 * @param limits what can be limited
 */
record ControlGroups(List<Limit> limits) {

    private static final Logger LOG = Logger.getLogger(ControlGroups.class.getName());

    /** What a limit is of. */
    enum Of {
        MEMORY,
        PIDS,
        CPU
    }

    /** In microseconds, the kernel's own. */
    private static final int PERIOD = 100_000;

    /** @param parent below which a job gets a group, {@code file} there holds the limit */
    record Limit(Path parent, String file, Of of) {

        private String most(JobResources resources) {
            return switch (of) {
                case MEMORY -> Long.toString(resources.memoryBytes());
                case PIDS -> Integer.toString(JobRules.MOST_PROCESSES);
                case CPU -> quota(file, resources.cores());
            };
        }
    }

    /** The second version takes the period beside it. */
    private static String quota(String file, int cores) {
        long quota = (long) cores * PERIOD;
        return file.equals("cpu.max") ? quota + " " + PERIOD : Long.toString(quota);
    }

    private static final JobResources TRIAL = new JobResources(1, 1, 1L << 30, null);

    private static final class Found {
        private static final ControlGroups HERE = probe(Path.of("/proc/self/cgroup"), Path.of("/sys/fs/cgroup"));
    }

    /** Found out once a server. */
    static ControlGroups here() {
        return Found.HERE;
    }

    static ControlGroups probe(Path own, Path mount) {
        List<Limit> limits = new ArrayList<>();
        find(own, mount, Of.MEMORY, "memory.max", "memory.limit_in_bytes").ifPresent(limits::add);
        find(own, mount, Of.PIDS, "pids.max", "pids.max").ifPresent(limits::add);
        find(own, mount, Of.CPU, "cpu.max", "cpu.cfs_quota_us").ifPresent(limits::add);
        ControlGroups found = new ControlGroups(List.copyOf(limits));
        LOG.info(() -> "Jobs on this machine are limited by prlimit"
                + (limits.isEmpty() ? " only: no control group can be made" : " and by control groups: " + limits));
        return found;
    }

    /** The second version has all controllers in one tree, the first a tree for each. */
    private static Optional<Limit> find(Path own, Path mount, Of of, String second, String first) {
        String controller = of.name().toLowerCase(Locale.ROOT);
        for (String line : lines(own)) {
            String[] part = line.split(":", 3);
            boolean unified = part[1].isEmpty();
            if (unified || List.of(part[1].split(",")).contains(controller)) {
                String file = unified ? second : first;
                Optional<Path> parent = candidates(unified ? unified(mount) : mount.resolve(part[1]), part[2])
                        .filter(candidate -> takes(new Limit(candidate, file, of)))
                        .findFirst();
                if (parent.isPresent()) {
                    return Optional.of(new Limit(parent.get(), file, of));
                }
            }
        }
        return Optional.empty();
    }

    private static Path unified(Path mount) {
        return Files.exists(mount.resolve("cgroup.controllers")) ? mount : mount.resolve("unified");
    }

    private static Stream<Path> candidates(Path tree, String own) {
        Path group = tree.resolve(own.substring(1)).normalize();
        return Stream.of(group, group.getParent()).filter(path -> path.startsWith(tree) && Files.isDirectory(path));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            // A kernel without control groups.
            return List.of();
        }
    }

    private static boolean takes(Limit limit) {
        Path trial = limit.parent().resolve("computility-trial-" + UUID.randomUUID());
        try {
            Files.createDirectory(trial);
            try {
                Files.writeString(trial.resolve(limit.file()), limit.most(TRIAL), StandardOpenOption.WRITE);
                return true;
            } finally {
                Files.delete(trial);
            }
        } catch (IOException e) {
            return false;
        }
    }

    /** What a supervisor does to limit a job, in words of its script. */
    String confinement(JobResources resources) {
        String cores = "cores " + resources.cores();
        List<String> steps = new ArrayList<>(List.of(":"));
        for (Limit limit : limits) {
            String step = "group " + Acceptance.quoted(limit.parent().toString()) + " " + limit.file() + " "
                    + Acceptance.quoted(limit.most(resources));
            // A group above may have been given less than whole cores.
            steps.add(limit.of() == Of.CPU ? "{ " + step + " || " + cores + "; }" : step);
        }
        if (limits.stream().noneMatch(limit -> limit.of() == Of.CPU)) {
            steps.add(cores);
        }
        return String.join(" && ", steps);
    }
}
