package org.computility.identity.registration;

import java.util.Set;
import java.util.UUID;
import org.computility.identity.Role;
import org.computility.identity.accounts.NewAccount;
import org.computility.shared.Member;
import org.computility.shared.Rejected;

/**
 * The account that an applicant gets.
 *
 * @param username another one than was asked for; null: that one
 * @param computeCode for devices, which must have one: the only code, or the beginning of the codes, that the account may register
 */
public record RegistrationApproval(UUID organisationId, Set<Role> roles, String username, String computeCode) {

    /** Rejected {@code member-missing} for a device that could register, and so take over, every node of the organisation. */
    NewAccount account(String asked, String passwordHash) {
        if (roles.contains(Role.DEVICE) && (computeCode == null || computeCode.isEmpty())) {
            throw new Rejected(
                    "member-missing",
                    new Member("computeCode"),
                    "{member} is missing: it says which nodes the device may register.");
        }
        return new NewAccount(username == null ? asked : username, passwordHash, organisationId, roles, computeCode);
    }
}
