package org.computility.identity.keys;

import java.time.Instant;
import java.util.Set;
import org.computility.identity.KeyScope;

/** A key to be made, named by its application. */
public record NewKey(String name, Set<KeyScope> scopes, Instant expiresAt) {}
