package org.computility.identity.login;

import java.util.Set;
import java.util.UUID;
import org.computility.identity.Caller;
import org.computility.identity.Role;

/** What a login needs of an account. */
record KnownAccount(
        UUID id,
        String username,
        String passwordHash,
        UUID organisationId,
        Set<Role> roles,
        String computeCode,
        Boolean enabled) {

    /** Whether a device of this account may register under the code. */
    boolean mayRegister(String code) {
        return computeCode == null || (code != null && code.startsWith(computeCode));
    }

    Caller caller(String registeredCode) {
        return new Caller(id, username, organisationId, roles, registeredCode);
    }
}
