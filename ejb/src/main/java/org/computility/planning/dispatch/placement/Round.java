package org.computility.planning.dispatch.placement;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * One round of starts: whoever was due when it began is looked at once at most, but whoever gave way and is not due yet in each turn. Once somebody of a crowd has found no place, the
 * rest of the crowd is left to the next round: it comes later in the order and would find none, either. So a crowd
 * without a place keeps nobody else from being looked at, however large it is.
 *
 * @param full the crowds in which somebody found no place
 */
public record Round(Instant began, Set<Crowd> full) {

    public Round {
        full = Set.copyOf(full);
    }

    /**
     * Instances with the same choice of services.
     *
     * @param pinnedService of those that may run at that service only; null: all that offer the capability
     */
    public record Crowd(UUID organisationId, String algoDefCode, UUID pinnedService) {

        static Crowd of(Wish wish) {
            return new Crowd(wish.organisationId(), wish.algoDefCode(), wish.pinnedService());
        }
    }

    /** A round that begins now. */
    public static Round at(Instant now) {
        return new Round(now, Set.of());
    }

    /** The same round after these found no place. */
    public Round without(Collection<Wish> left) {
        Set<Crowd> more = new HashSet<>(full);
        left.forEach(wish -> more.add(Crowd.of(wish)));
        return new Round(began, more);
    }
}
