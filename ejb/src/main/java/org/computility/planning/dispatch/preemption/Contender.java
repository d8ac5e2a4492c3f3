package org.computility.planning.dispatch.preemption;

import java.util.Comparator;
import java.util.UUID;

/**
 * An instance that found no room and may take the place of another.
 *
 * @param pinned the only service that may run it; null: any of its organisation
 */
public record Contender(UUID id, long number, short priority, UUID organisationId, String algoDefCode, UUID pinned) {

    /** Whose claim comes first. */
    static final Comparator<Contender> ORDER =
            Comparator.comparingInt((Contender one) -> -one.priority).thenComparingLong(Contender::number);

    boolean outranks(Tenant tenant) {
        return priority > tenant.priority();
    }
}
