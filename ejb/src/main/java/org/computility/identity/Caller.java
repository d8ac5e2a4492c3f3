package org.computility.identity;

import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * The account behind a request.
 *
 * @param computeCode for devices: the code the token was issued to at registration, else null
 */
public record Caller(UUID accountId, String username, UUID organisationId, Set<Role> roles, String computeCode) {

    public Caller {
        roles = Set.copyOf(roles);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    public boolean isOneOf(Set<Role> some) {
        return some.stream().anyMatch(roles::contains);
    }

    /**
     * The organisation whose rows the caller may see; another organisation's rows do not exist for the caller. Null,
     * which narrows no search, for an administrator, who sees the rows of all.
     */
    public UUID scope() {
        return is(Role.ADMINISTRATOR) ? null : Objects.requireNonNull(organisationId, "organisation of " + username);
    }

    /** Whether rows of that organisation are this caller's to see: its own, or any for an administrator. */
    public boolean sees(UUID owner) {
        return is(Role.ADMINISTRATOR) || Objects.equals(owner, organisationId);
    }
}
