package org.computility.identity.accounts;

import java.util.Set;
import java.util.UUID;
import org.computility.identity.Role;

/**
 * A request for an account.
 *
 * @param computeCode for devices: the only code, or the beginning of the codes, that it may register; null: any
 */
public record NewAccount(String username, String password, UUID organisationId, Set<Role> roles, String computeCode) {

    /** Without the password. */
    @Override
    public String toString() {
        return "NewAccount[" + username + "]";
    }
}
