package org.computility.planning.dispatch.waiting;

import java.util.List;
import java.util.UUID;

/**
 * What keeps an instance from one place.
 *
 * @param serviceId null where the node has none for it, or takes tasks directly
 * @param instances BEHIND: they get the room before it; YIELDS: who gives way
 */
public record SpotReason(
        String computeCode, UUID serviceId, Constraint constraint, long slots, long taken, List<UUID> instances) {

    /** The first of these that holds, from the top. */
    public enum Constraint {
        /** The node has no service of its capability. */
        NO_SERVICE,
        /** The node takes tasks directly, and only those whose {@code DeviceID} is its code. */
        OTHER_DEVICE,
        /** The instance may run at another service only. */
        NOT_PINNED,
        OFFLINE,
        /** The node did not answer a moment ago, or started nothing, and is left alone for half a minute. */
        AVOIDED,
        NOT_RUNNING,
        /** No licence of its capability is left, whatever room there is. */
        NO_LICENCE,
        /** All streams are in use. */
        FULL,
        /** All streams are in use, and an instance of lower priority gives way. */
        YIELDS,
        /** There is room, and those before it get it. */
        BEHIND,
        /** Nothing: it starts here, or could. */
        NONE
    }

    public SpotReason {
        instances = List.copyOf(instances);
    }
}
