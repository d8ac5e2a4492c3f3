package org.computility.identity.accounts;

import java.util.UUID;
import org.computility.identity.Role;

/** Which accounts to list; null asks for any. */
public record AccountQuery(String username, UUID organisationId, Role role, Boolean enabled) {}
