package org.computility.energy.nodes;

import java.util.List;
import org.computility.compute.energy.MachineEnergy;

/** Which counters of a node's machines a meter takes over. */
public enum Covers {
    /** Processors, and their memory. */
    CPU,
    /** Accelerator cards. */
    XPU,
    /** Both. */
    ALL;

    /** What a machine must tell, by the names of the southbound API; of cards nothing where it has none. */
    List<String> of(MachineEnergy machine) {
        return switch (this) {
            case CPU -> List.of("CPU");
            case XPU -> machine.cards() ? List.of("XPU") : List.of();
            case ALL -> machine.cards() ? List.of("CPU", "XPU") : List.of("CPU");
        };
    }
}
