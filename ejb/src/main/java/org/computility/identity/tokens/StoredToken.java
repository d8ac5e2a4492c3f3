package org.computility.identity.tokens;

import java.time.Instant;
import java.util.UUID;
import org.computility.identity.Caller;
import org.computility.identity.IssuedToken;
import org.computility.identity.RoleSet;

/**
 * A token with what its account is allowed.
 *
 * @param roles as their column has them
 */
record StoredToken(
        byte[] hash,
        UUID accountId,
        String username,
        UUID organisationId,
        String roles,
        boolean enabled,
        String computeCode,
        Instant expiresAt) {

    private static final RoleSet ROLES = new RoleSet();

    IssuedToken issued() {
        Caller caller =
                new Caller(accountId, username, organisationId, ROLES.convertToEntityAttribute(roles), computeCode);
        return new IssuedToken(caller, expiresAt, enabled);
    }
}
