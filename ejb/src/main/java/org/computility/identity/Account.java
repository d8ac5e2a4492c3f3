package org.computility.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** A person's, an application's or a device's access. */
@Entity
@Table(name = "account")
class Account {

    @Id
    private UUID id;

    @Version
    private int version;

    @Column(length = 64, nullable = false)
    private String username;

    @Column(name = "password_hash", length = 200, nullable = false)
    private String passwordHash;

    @Column(name = "organisation_id", nullable = false)
    private UUID organisationId;

    @Convert(converter = RoleSet.class)
    @Column(length = 200, nullable = false)
    private Set<Role> roles;

    @Column(name = "compute_code", length = 20)
    private String computeCode;

    @Column(nullable = false)
    private boolean enabled;

    @Column(name = "created_at", nullable = false)
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
