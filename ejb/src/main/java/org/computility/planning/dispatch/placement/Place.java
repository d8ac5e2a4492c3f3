package org.computility.planning.dispatch.placement;

import java.util.Set;
import java.util.UUID;

/**
 * Somewhere an instance can run.
 *
 * @param serviceId null: the node takes tasks directly (B.1 {@code SupportAlgoService} false), and only those that name it
 * @param algoDefCodes what it can do; ignored for a node that takes tasks directly, as such a node says no by itself
 * @param slots tasks at once
 * @param taken tasks it has now
 * @param overloaded it gets tasks only when no other place has room
 */
public record Place(
        UUID serviceId, String computeCode, Set<String> algoDefCodes, long slots, long taken, boolean overloaded) {

    long free() {
        return slots - taken;
    }

    boolean suits(Wish wish) {
        if (serviceId == null) {
            return wish.pinnedService() == null && computeCode.equals(wish.deviceId());
        }
        return (wish.pinnedService() == null || wish.pinnedService().equals(serviceId))
                && algoDefCodes.contains(wish.algoDefCode());
    }
}
