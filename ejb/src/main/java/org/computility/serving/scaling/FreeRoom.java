package org.computility.serving.scaling;

import java.util.List;
import java.util.OptionalInt;
import org.computility.algopackage.Accelerators;
import org.computility.algorithms.PackageView;
import org.computility.algorithms.ReplicaNeeds;
import org.computility.compute.monitoring.Card;
import org.computility.compute.monitoring.Machine;
import org.computility.compute.monitoring.NodePicture;

/**
 * For how many more replicas a node has room, by what it last told of its memory and its accelerators (T/BAX 0006.5 annex G). What a node does
 * not tell binds nothing: the node says no by itself. Processor time does not bind: a node that has too little of it says
 * OVERLOAD.
 */
final class FreeRoom {

    private static final int UNBOUND = 1000;

    private FreeRoom() {}

    /**
     * 0 where the node lacks an accelerator that the package needs.
     *
     * @param told null: the node never told anything
     */
    static int replicas(PackageView algorithm, ReplicaNeeds needs, NodePicture told) {
        List<Machine> machines = told == null ? List.of() : told.machines();
        List<Card> cards = machines.stream()
                .flatMap(machine -> machine.cards().stream())
                .filter(card -> algorithm.accelerators().contains(card.type()))
                .toList();
        boolean onProcessor = algorithm.accelerators().contains(Accelerators.CPU);
        if (cards.isEmpty() && !onProcessor) {
            return 0;
        }
        int inMemory = machines.stream()
                .map(machine -> fits(machine.memory(), machine.memoryUsed(), needs.memory()))
                .flatMapToInt(OptionalInt::stream)
                .reduce(Integer::sum)
                .orElse(UNBOUND);
        int onCards = cards.stream()
                .map(card -> fits(card.memory(), card.memoryUsed(), needs.xpuMemory()))
                .flatMapToInt(OptionalInt::stream)
                .reduce(Integer::sum)
                .orElse(UNBOUND);
        return Math.min(UNBOUND, onProcessor ? inMemory : Math.min(inMemory, onCards));
    }

    /** Empty where nobody knows. */
    private static OptionalInt fits(Double all, Double used, Double needed) {
        if (all == null || used == null || needed == null || needed <= 0) {
            return OptionalInt.empty();
        }
        return OptionalInt.of((int) Math.max(0, Math.min(UNBOUND, (all - used) / needed)));
    }
}
