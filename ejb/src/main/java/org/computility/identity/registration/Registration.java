package org.computility.identity.registration;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.computility.identity.accounts.AccountView;
import org.computility.shared.Conflict;
import org.computility.shared.keys.Hashes;

/** Somebody who asks for an account. What is decided stays so. */
@Entity
@Table(name = "registration")
class Registration {

    @Id
    private UUID id;

    @Version
    @Column
    private int version;

    private byte[] secretHash;

    private String username;

    private String passwordHash;

    private String organisation;

    private String purpose;

    private String contact;

    /** Where it comes from, while it waits. */
    @Column
    private String network;

    @Enumerated(EnumType.STRING)
    private RegistrationState state;

    private Instant createdAt;

    private Instant expiresAt;

    private Instant decidedAt;

    private String decidedBy;

    private String reason;

    private UUID accountId;

    protected Registration() {}

    static Registration ask(
            NewRegistration asked, String network, String passwordHash, byte[] secretHash, Instant now, Duration life) {
        Registration registration = new Registration();
        registration.id = UUID.randomUUID();
        registration.secretHash = secretHash;
        registration.username = asked.username();
        registration.passwordHash = passwordHash;
        registration.organisation = OrganisationName.of(asked.organisation());
        registration.purpose = asked.purpose();
        registration.contact = asked.contact();
        registration.network = network;
        registration.state = RegistrationState.PENDING;
        registration.createdAt = now;
        registration.expiresAt = now.plus(life);
        return registration;
    }

    /** The hash of the password that the account is to have; Conflict {@code registration-decided} once it is decided. */
    String passwordWhilePending(Instant now) {
        requirePending(now);
        return passwordHash;
    }

    void approve(AccountView account, String by, Instant now) {
        decide(RegistrationState.APPROVED, by, now);
        username = account.username();
        accountId = account.id();
    }

    void refuse(String why, String by, Instant now) {
        decide(RegistrationState.REFUSED, by, now);
        reason = why;
    }

    private void decide(RegistrationState next, String by, Instant now) {
        requirePending(now);
        state = next;
        decidedAt = now;
        decidedBy = by;
        passwordHash = null;
        network = null;
    }

    private void requirePending(Instant now) {
        if (state(now) != RegistrationState.PENDING) {
            throw new Conflict("registration-decided", "The registration is " + state(now) + ".");
        }
    }

    /** One whose time is over has expired, whenever that is written down. */
    private RegistrationState state(Instant now) {
        return state == RegistrationState.PENDING && !now.isBefore(expiresAt) ? RegistrationState.EXPIRED : state;
    }

    boolean names(String organisationName) {
        return OrganisationName.lower(organisation).equals(OrganisationName.lower(organisationName));
    }

    boolean hasSecret(String secret) {
        return MessageDigest.isEqual(secretHash, Hashes.sha256(secret));
    }

    UUID id() {
        return id;
    }

    String username() {
        return username;
    }

    RegistrationReceipt receipt(String secret) {
        return new RegistrationReceipt(id, secret, expiresAt);
    }

    RegistrationStateView stateView(Instant now) {
        return new RegistrationStateView(state(now), username, expiresAt, reason);
    }

    RegistrationView view(Instant now) {
        return new RegistrationView(
                id,
                username,
                organisation,
                purpose,
                contact,
                state(now),
                createdAt,
                expiresAt,
                decidedAt,
                decidedBy,
                reason,
                accountId);
    }
}
