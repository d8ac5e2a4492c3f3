package org.computility.identity.tokens;

import java.time.Instant;

/** A token, shown once: only its hash is kept. */
public record TokenView(String token, Instant expiresAt) {}
