package org.computility.identity.accounts;

import java.util.Set;
import java.util.UUID;
import org.computility.identity.Role;

/**
 * What is to change of an account; null leaves a thing as it is.
 *
 * @param computeCode empty: no longer bound to a code
 */
public record AccountChange(
        String password, UUID organisationId, Set<Role> roles, String computeCode, Boolean enabled) {

    /** Without the password. */
    @Override
    public String toString() {
        return "AccountChange[roles=" + roles + ", enabled=" + enabled + "]";
    }
}
