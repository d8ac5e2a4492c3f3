package org.computility.identity;

import java.util.UUID;

/** An account or its tokens are no longer what they were; whoever remembers them forgets them. */
public record AccountChanged(UUID accountId) {}
