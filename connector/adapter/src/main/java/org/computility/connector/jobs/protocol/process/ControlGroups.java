package org.computility.connector.jobs.protocol.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
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

    /** @param parent below which a job gets a group, {@code file} there holds the limit */
    record Limit(Path parent, String file, boolean ofMemory) {}

    private static final class Found {
        private static final ControlGroups HERE = probe(Path.of("/proc/self/cgroup"), Path.of("/sys/fs/cgroup"));
    }

    /** Found out once a server. */
    static ControlGroups here() {
        return Found.HERE;
    }

    static ControlGroups probe(Path own, Path mount) {
        List<Limit> limits = new ArrayList<>();
        find(own, mount, "memory", "memory.max", "memory.limit_in_bytes").ifPresent(limits::add);
        find(own, mount, "pids", "pids.max", "pids.max").ifPresent(limits::add);
        ControlGroups found = new ControlGroups(List.copyOf(limits));
        LOG.info(() -> "Jobs on this machine are limited by prlimit"
                + (limits.isEmpty() ? " only: no control group can be made" : " and by control groups: " + limits));
        return found;
    }

    /** The second version has all controllers in one tree, the first a tree for each. */
    private static Optional<Limit> find(Path own, Path mount, String controller, String second, String first) {
        for (String line : lines(own)) {
            String[] part = line.split(":", 3);
            boolean unified = part[1].isEmpty();
            if (unified || List.of(part[1].split(",")).contains(controller)) {
                String file = unified ? second : first;
                Optional<Path> parent = candidates(unified ? unified(mount) : mount.resolve(part[1]), part[2])
                        .filter(candidate -> takes(candidate, file))
                        .findFirst();
                if (parent.isPresent()) {
                    return Optional.of(new Limit(parent.get(), file, controller.equals("memory")));
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

    private static boolean takes(Path parent, String file) {
        Path trial = parent.resolve("computility-trial-" + UUID.randomUUID());
        try {
            Files.createDirectory(trial);
            try {
                Files.writeString(
                        trial.resolve(file), file.startsWith("pids") ? "1000" : "1073741824", StandardOpenOption.WRITE);
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
        List<String> steps = new ArrayList<>(List.of(":"));
        for (Limit limit : limits) {
            long most = limit.ofMemory() ? resources.memoryBytes() : JobRules.MOST_PROCESSES;
            steps.add("group " + Acceptance.quoted(limit.parent().toString()) + " " + limit.file() + " " + most);
        }
        return String.join(" && ", steps);
    }
}
