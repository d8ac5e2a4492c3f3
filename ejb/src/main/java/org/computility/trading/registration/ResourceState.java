package org.computility.trading.registration;

import java.util.Set;

/** Where a data resource stands. */
enum ResourceState {
    REGISTERED,
    PUBLISHED,
    /** Was published; may be again. */
    REVOKED;

    Set<ResourceState> followers() {
        return switch (this) {
            case REGISTERED, REVOKED -> Set.of(PUBLISHED);
            case PUBLISHED -> Set.of(REVOKED);
        };
    }

    ResourceState to(ResourceState next) {
        if (!followers().contains(next)) {
            throw new IllegalStateException(this + " does not become " + next + ".");
        }
        return next;
    }
}
