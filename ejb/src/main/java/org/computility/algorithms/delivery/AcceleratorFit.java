package org.computility.algorithms.delivery;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.computility.algopackage.Accelerators;
import org.computility.algorithms.PackageView;
import org.computility.shared.Conflict;
import org.computility.shared.Member;

/** Whether a node has what a package runs on: one of the package's accelerators, or any processor where CPU is among them. */
final class AcceleratorFit {

    private AcceleratorFit() {}

    /**
     * Refuses {@code accelerator-unfit}.
     *
     * @param present the kinds of cards in the node, asked for only if they matter; empty when nobody knows
     */
    static void check(PackageView wanted, String computeCode, Supplier<Optional<Set<String>>> present) {
        if (wanted.accelerators().contains(Accelerators.CPU)) {
            return;
        }
        Set<String> cards = present.get()
                .orElseThrow(() -> unfit(wanted, "Compute " + computeCode + " never told which accelerators it has"));
        if (wanted.accelerators().stream().noneMatch(cards::contains)) {
            throw unfit(
                    wanted,
                    "Compute " + computeCode
                            + (cards.isEmpty() ? " has no accelerator" : " has " + String.join(", ", cards)));
        }
    }

    private static Conflict unfit(PackageView wanted, String found) {
        return new Conflict(
                "accelerator-unfit",
                new Member("packageId"),
                found + "; package " + wanted.id() + " needs one of " + String.join(", ", wanted.accelerators()) + ".");
    }
}
