package org.computility.identity.tokens;

import java.time.Instant;
import java.util.UUID;
import org.computility.identity.Caller;
import org.computility.identity.IssuedToken;
import org.computility.identity.KeyScopeSet;
import org.computility.identity.RoleSet;

/**
 * A token with what its account is allowed.
 *
 * @param roles as their column has them
 * @param keyId of an application's key; null for a token
 * @param scopes of the key, as their column has them
 */
record StoredToken(
        byte[] hash,
        UUID accountId,
        String username,
        UUID organisationId,
        String roles,
        boolean enabled,
        String computeCode,
        Instant expiresAt,
        UUID keyId,
        String scopes) {

    private static final RoleSet ROLES = new RoleSet();
    private static final KeyScopeSet SCOPES = new KeyScopeSet();

    IssuedToken issued() {
        Caller caller =
                new Caller(accountId, username, organisationId, ROLES.convertToEntityAttribute(roles), computeCode);
        IssuedToken.Key key =
                keyId == null ? null : new IssuedToken.Key(keyId, SCOPES.convertToEntityAttribute(scopes));
        return new IssuedToken(caller, expiresAt, enabled, key);
    }
}
