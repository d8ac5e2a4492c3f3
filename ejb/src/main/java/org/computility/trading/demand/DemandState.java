package org.computility.trading.demand;

import java.util.Set;

/** Where a demand stands. */
enum DemandState {
    REGISTERED,
    PUBLISHED,
    /** Bound to a data resource. */
    CONFIRMED,
    SETTLED,
    DELIVERED,
    REVOKED;

    Set<DemandState> followers() {
        return switch (this) {
            case REGISTERED -> Set.of(PUBLISHED, REVOKED);
            case PUBLISHED -> Set.of(CONFIRMED, REVOKED);
            case CONFIRMED -> Set.of(SETTLED);
            case SETTLED -> Set.of(DELIVERED);
            case DELIVERED, REVOKED -> Set.of();
        };
    }

    boolean mayBecome(DemandState next) {
        return followers().contains(next);
    }

    /** Whether it stands in the market: others see it, and it can be confirmed. */
    boolean isPublished() {
        return this == PUBLISHED;
    }

    /** Whether it was bound to a data resource, whatever came after. */
    boolean isBound() {
        return this == CONFIRMED || this == SETTLED || this == DELIVERED;
    }
}
