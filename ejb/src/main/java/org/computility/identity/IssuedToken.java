package org.computility.identity;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * A token's owner and end.
 *
 * @param enabled whether the owner's account is
 * @param key what the token is when it is an application's key; null for a token of a login or a registration
 */
public record IssuedToken(Caller caller, Instant expiresAt, boolean enabled, Key key) {

    /** A token that opens whatever its account may do. */
    public IssuedToken(Caller caller, Instant expiresAt, boolean enabled) {
        this(caller, expiresAt, enabled, null);
    }

    /** An application's key. */
    public record Key(UUID id, Set<KeyScope> scopes) {

        public Key {
            scopes = Set.copyOf(scopes);
        }
    }

    /** Whether it is an application's key. */
    public boolean isKey() {
        return key != null;
    }

    /**
     * Whether it opens an operation; a token that is no key opens all.
     *
     * @param part the scope of the part of the platform that the operation is of; null: of none
     */
    public boolean opens(KeyScope part, boolean changes) {
        return !isKey()
                || (part != null && key.scopes().contains(part))
                || (!changes && key.scopes().contains(KeyScope.READ));
    }
}
