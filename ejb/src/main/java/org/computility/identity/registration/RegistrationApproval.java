package org.computility.identity.registration;

import java.util.Set;
import java.util.UUID;
import org.computility.identity.Role;

/**
 * The account that an applicant gets.
 *
 * @param username another one than was asked for; null: that one
 */
public record RegistrationApproval(UUID organisationId, Set<Role> roles, String username) {}
