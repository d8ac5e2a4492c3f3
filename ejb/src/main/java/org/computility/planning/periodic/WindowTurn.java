package org.computility.planning.periodic;

import java.util.List;
import java.util.UUID;

/**
 * Plans that were due at one time.
 *
 * @param plans how many
 * @param opened whether one of them is open now
 * @param closed the instances that nodes have and shall stop
 */
public record WindowTurn(int plans, boolean opened, List<UUID> closed) {

    static final WindowTurn NONE = new WindowTurn(0, false, List.of());
}
