package org.computility.energy.nodes;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.computility.compute.energy.EnergyCount;
import org.computility.compute.energy.MachineEnergy;

/**
 * What the counters of a node show together.
 *
 * @param counts none: {@code failure} says why
 * @param at when the oldest of them was read; null: when the node was asked
 * @param failure null: there is a figure
 */
public record NodeShown(List<NodeCount> counts, Instant at, String failure) {

    public NodeShown {
        counts = List.copyOf(counts);
    }

    /** There is no figure. */
    public static NodeShown failed(String failure) {
        return new NodeShown(List.of(), null, failure);
    }

    /** The counters that a meter takes over, of all machines that are online. Where one is unknown, their sum is. */
    public static NodeShown of(List<MachineEnergy> machines, Covers covers) {
        List<MachineEnergy> online =
                machines.stream().filter(MachineEnergy::online).toList();
        if (online.stream().map(NodeShown::name).distinct().count() < online.size()) {
            return failed("The node gives two of its machines one DeviceID.");
        }
        List<Wanted> wanted = online.stream()
                .flatMap(machine -> covers.of(machine).stream().map(part -> new Wanted(machine, part)))
                .toList();
        if (wanted.isEmpty()) {
            return failed("The node has no machine online that counts this.");
        }
        return wanted.stream()
                .filter(part -> part.told().size() != 1)
                .findFirst()
                .map(part -> failed(part.failure()))
                .orElseGet(() -> shown(wanted));
    }

    private static NodeShown shown(List<Wanted> wanted) {
        Instant oldest = wanted.stream()
                .map(part -> part.told().get(0).at())
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
        return new NodeShown(wanted.stream().map(Wanted::count).toList(), oldest, null);
    }

    /** Their sum. */
    public BigDecimal wattHours() {
        return counts.stream().map(NodeCount::wattHours).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The counters one by one, for a person. */
    public String raw() {
        return counts.stream()
                .map(count -> count.machine() + " " + count.covers() + " "
                        + count.wattHours().toPlainString() + " Wh since " + count.since())
                .collect(Collectors.joining("; "));
    }

    private static String name(MachineEnergy machine) {
        return Objects.requireNonNullElse(machine.machine(), "");
    }

    /** What a machine must tell. */
    private record Wanted(MachineEnergy machine, String covers) {

        List<EnergyCount> told() {
            return machine.counts().stream()
                    .filter(count -> count.covers().equals(covers))
                    .toList();
        }

        NodeCount count() {
            EnergyCount only = told().get(0);
            return new NodeCount(name(machine), covers, only.since(), only.wattHours());
        }

        String failure() {
            String which = "of " + covers + " on its machine " + name(machine);
            return told().isEmpty()
                    ? "The node tells no energy " + which + "."
                    : "The node tells several counts " + which + ", and not which one holds.";
        }
    }
}
