package org.computility.identity;

import java.util.UUID;

/** An account or its tokens have changed; whoever remembers them forgets them. */
public record AccountChanged(UUID accountId) {}
