package org.computility.connector.jobs.protocol.slurm;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.computility.connector.jobs.Accelerators;
import org.computility.connector.jobs.JobCapacity;
import org.computility.connector.jobs.NodeCapacity;

/** A node as Slurm tells of it; memory in MiB, accelerators as {@code gpu:v100:2(S:0-1)}. */
record SlurmNode(
        String name,
        Set<String> states,
        List<String> partitions,
        String architecture,
        int cores,
        int givenCores,
        long memory,
        long givenMemory,
        String gres,
        String gresUsed) {

    private static final Set<String> USABLE = Set.of("IDLE", "MIXED", "ALLOCATED", "COMPLETING");
    private static final Set<String> CLOSED = Set.of(
            "DOWN",
            "DRAIN",
            "DRAINING",
            "DRAINED",
            "FAIL",
            "FAILING",
            "ERROR",
            "NOT_RESPONDING",
            "MAINTENANCE",
            "RESERVED",
            "FUTURE",
            "UNKNOWN",
            "REBOOT_ISSUED",
            "REBOOT_REQUESTED",
            "INVALID",
            "INVALID_REG",
            "PLANNED_DOWN",
            "BLOCKED");
    private static final Pattern GRES = Pattern.compile("(\\w+)(?::([\\w.-]+?))?:(\\d+)(?:\\(.*)?");
    private static final Set<String> SHARES = Set.of("shard", "mps", "craynetwork", "license");

    /** Whether it takes jobs of the partition now, or when those that run have ended. */
    boolean takesJobs(String partition) {
        return states.stream().anyMatch(USABLE::contains)
                && states.stream().noneMatch(CLOSED::contains)
                && (partition == null || partitions.contains(partition));
    }

    /** What these have together, of the kind of the first. */
    static JobCapacity capacity(List<SlurmNode> nodes, long storageBytes) {
        List<NodeCapacity> capacities = nodes.stream()
                .map(SlurmNode::capacity)
                .sorted(Comparator.comparing(NodeCapacity::name))
                .toList();
        String architecture =
                nodes.stream().map(SlurmNode::architecture).findFirst().orElse("");
        return new JobCapacity(named(architecture), storageBytes, capacities);
    }

    private static String named(String architecture) {
        return switch (architecture) {
            case "x86_64", "" -> "X86";
            case "aarch64", "arm64" -> "ARM";
            default -> architecture;
        };
    }

    NodeCapacity capacity() {
        Optional<Accelerators> has = accelerators(gres);
        int used = has.isEmpty() ? 0 : used(has.get());
        return new NodeCapacity(
                name,
                cores,
                Math.max(0, cores - givenCores),
                memory << 20,
                Math.max(0, memory - givenMemory) << 20,
                has.orElse(null),
                has.map(all -> Math.max(0, all.count() - used)).orElse(0));
    }

    private int used(Accelerators all) {
        return each(gresUsed).stream()
                .filter(used -> used.type().equals(all.type()) && used.product().equals(all.product()))
                .mapToInt(Accelerators::count)
                .sum();
    }

    /** The first kind: a node with two is rare, and a job asks for one. */
    private static Optional<Accelerators> accelerators(String gres) {
        return each(gres).stream().filter(kind -> kind.count() > 0).findFirst();
    }

    private static List<Accelerators> each(String gres) {
        return Pattern.compile(",(?![^(]*\\))")
                .splitAsStream(gres)
                .map(GRES::matcher)
                .filter(Matcher::matches)
                .filter(matcher -> !SHARES.contains(matcher.group(1)))
                .map(SlurmNode::kind)
                .toList();
    }

    private static Accelerators kind(Matcher gres) {
        String product = gres.group(2) == null ? "" : gres.group(2);
        return new Accelerators(gres.group(1).toUpperCase(Locale.ROOT), product, Integer.parseInt(gres.group(3)), 0);
    }
}
