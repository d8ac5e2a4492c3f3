package org.computility.identity.keys;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.computility.identity.KeyScope;

/** A key with its secret, shown once: only its hash is kept. */
public record MadeKeyView(
        UUID id, String name, Set<KeyScope> scopes, Instant createdAt, Instant expiresAt, String key) {

    /** Without the secret. */
    @Override
    public String toString() {
        return "MadeKeyView[" + id + "]";
    }
}
