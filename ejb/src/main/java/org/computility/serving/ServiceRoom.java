package org.computility.serving;

import java.util.Set;
import java.util.UUID;

/**
 * A running service and how many tasks it takes at once.
 *
 * @param slots streams per replica × replicas
 * @param overloaded whether more tasks may make some fail
 */
public record ServiceRoom(
        UUID serviceId,
        UUID organisationId,
        String computeCode,
        Set<String> algoDefCodes,
        int slots,
        boolean overloaded) {

    public ServiceRoom {
        algoDefCodes = Set.copyOf(algoDefCodes);
    }
}
