package org.computility.planning.dispatch.preemption;

import java.util.UUID;

/**
 * An instance that runs at a service and could give way.
 *
 * @param priority below 0: it leaves anyway
 */
public record Tenant(UUID id, UUID serviceId, String computeCode, short priority) {

    /** Its place comes by itself: nobody has to be asked. */
    boolean leaves() {
        return priority < 0;
    }
}
