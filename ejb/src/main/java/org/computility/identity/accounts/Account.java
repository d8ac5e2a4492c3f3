package org.computility.identity.accounts;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.computility.identity.Caller;
import org.computility.identity.Role;
import org.computility.identity.RoleSet;

/** A person's, an application's or a device's access. */
@Entity
@Table(name = "account")
class Account {

    @Id
    private UUID id;

    @Version
    private int version;

    private String username;

    @Column
    private String passwordHash;

    private UUID organisationId;

    @Convert(converter = RoleSet.class)
    private Set<Role> roles;

    private String computeCode;

    private boolean enabled;

    private Instant createdAt;

    protected Account() {}

    static Account open(String username, UUID organisationId, Set<Role> roles, String passwordHash, Instant now) {
        Account account = new Account();
        account.id = UUID.randomUUID();
        account.username = username;
        account.organisationId = organisationId;
        account.roles = Set.copyOf(roles);
        account.passwordHash = passwordHash;
        account.enabled = true;
        account.createdAt = now;
        return account;
    }

    /** Whether the caller may open and change accounts of this kind: an operator its own organisation's devices, no others. */
    static boolean manages(Caller caller, UUID organisation, Set<Role> roles) {
        return caller.is(Role.ADMINISTRATOR)
                || (caller.is(Role.OPERATOR)
                        && caller.organisationId().equals(organisation)
                        && roles.equals(Set.of(Role.DEVICE)));
    }

    boolean isManagedBy(Caller caller) {
        return manages(caller, organisationId, roles);
    }

    void changePassword(String hash) {
        passwordHash = hash;
    }

    void hold(Set<Role> newRoles) {
        roles = Set.copyOf(newRoles);
    }

    void moveTo(UUID organisation) {
        organisationId = organisation;
    }

    /** Devices of this account register under this code, or codes that begin with it; empty binds to none. */
    void bindTo(String code) {
        computeCode = code == null || code.isEmpty() ? null : code;
    }

    void enable(boolean allowed) {
        enabled = allowed;
    }

    boolean isEnabled() {
        return enabled;
    }

    boolean isActiveAdministrator() {
        return enabled && roles.contains(Role.ADMINISTRATOR);
    }

    UUID id() {
        return id;
    }

    UUID organisationId() {
        return organisationId;
    }

    Set<Role> roles() {
        return roles;
    }

    AccountView view() {
        return new AccountView(id, username, organisationId, roles, computeCode, enabled, createdAt);
    }
}
