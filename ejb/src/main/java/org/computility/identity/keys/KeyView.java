package org.computility.identity.keys;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.computility.identity.KeyScope;

/**
 * A key as its owner sees it; never its secret.
 *
 * @param lastUsedAt to the minute; null while nobody has shown the key
 * @param revokedAt null while it is good, or has expired
 */
public record KeyView(
        UUID id,
        String name,
        Set<KeyScope> scopes,
        Instant createdAt,
        Instant expiresAt,
        Instant lastUsedAt,
        Instant revokedAt) {}
