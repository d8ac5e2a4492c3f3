package org.computility.serving;

import java.util.Set;
import java.util.UUID;

/** These services are not loaded any more, and what they ran does not run there any more. */
public record ServicesUnloaded(Set<UUID> serviceIds) {

    public ServicesUnloaded {
        serviceIds = Set.copyOf(serviceIds);
    }
}
