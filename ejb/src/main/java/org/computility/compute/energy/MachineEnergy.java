package org.computility.compute.energy;

import java.util.List;

/**
 * What a node tells of one of its machines.
 *
 * @param machine its {@code DeviceID}; null: none, or one of more than 64 characters
 * @param online whether the node says that it is
 * @param cards whether it has accelerator cards
 * @param counts without those that cannot be read
 */
public record MachineEnergy(String machine, boolean online, boolean cards, List<EnergyCount> counts) {

    public MachineEnergy {
        counts = List.copyOf(counts);
    }
}
