package org.computility.identity;

import java.time.Instant;

/**
 * A token's owner and end.
 *
 * @param enabled whether the owner's account is
 */
public record IssuedToken(Caller caller, Instant expiresAt, boolean enabled) {}
