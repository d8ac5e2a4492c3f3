package org.computility.identity.accounts;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.computility.identity.Role;

/**
 * An account as callers see it; never its password.
 *
 * @param computeCode for devices: the only code, or the beginning of the codes, that it may register; null: any
 */
public record AccountView(
        UUID id,
        String username,
        UUID organisationId,
        Set<Role> roles,
        String computeCode,
        boolean enabled,
        Instant createdAt) {}
