package org.computility.serving;

import java.util.Set;
import java.util.UUID;

/**
 * A running service and how many tasks it takes at once.
 *
 * @param slots streams per replica × replicas
 */
public record ServiceRoom(
        UUID serviceId, UUID organisationId, String computeCode, Set<String> algoDefCodes, int slots) {

    public ServiceRoom {
        algoDefCodes = Set.copyOf(algoDefCodes);
    }
}
