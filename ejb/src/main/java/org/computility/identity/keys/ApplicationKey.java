package org.computility.identity.keys;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.computility.identity.KeyScope;
import org.computility.identity.KeyScopeSet;
import org.computility.shared.Member;
import org.computility.shared.Rejected;

/** A key of an application: only its hash, so that nobody can call with what the table holds. Later changes are statements. */
@Entity
@Table(name = "application_key")
class ApplicationKey {

    /** A leap year. */
    static final Duration LONGEST = Duration.ofDays(366);

    @Id
    private UUID id;

    @Column
    private byte[] hash;

    private UUID accountId;

    private String name;

    @Convert(converter = KeyScopeSet.class)
    private Set<KeyScope> scopes;

    private Instant createdAt;

    private Instant expiresAt;

    private Instant lastUsedAt;

    private Instant revokedAt;

    protected ApplicationKey() {}

    /** Rejected {@code key-expiry-invalid} for an end that is past, or too far ahead. */
    static ApplicationKey make(NewKey wanted, UUID accountId, byte[] hash, Instant now) {
        Instant end = wanted.expiresAt();
        if (!end.isAfter(now) || end.isAfter(now.plus(LONGEST))) {
            throw new Rejected(
                    "key-expiry-invalid",
                    new Member("expiresAt"),
                    "{member} is in the future, and at most " + LONGEST.toDays() + " days ahead.");
        }
        ApplicationKey key = new ApplicationKey();
        key.id = UUID.randomUUID();
        key.hash = hash;
        key.accountId = accountId;
        key.name = wanted.name();
        key.scopes = Set.copyOf(wanted.scopes());
        key.createdAt = now;
        key.expiresAt = end;
        return key;
    }

    UUID accountId() {
        return accountId;
    }

    KeyView view() {
        return new KeyView(id, name, scopes, createdAt, expiresAt, lastUsedAt, revokedAt);
    }

    /** As it is shown to its owner, this once. */
    MadeKeyView view(String key) {
        return new MadeKeyView(id, name, scopes, createdAt, expiresAt, key);
    }
}
