package org.computility.identity;

import java.util.UUID;

/** Which accounts to list; null asks for any. */
public record AccountQuery(String username, UUID organisationId, Role role, Boolean enabled) {}
