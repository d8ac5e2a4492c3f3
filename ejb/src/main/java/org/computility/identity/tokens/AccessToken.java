package org.computility.identity.tokens;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A token that was issued: only its hash, so that nobody can call with what the table holds. It is never changed. */
@Entity
@Immutable
@Table(name = "access_token")
class AccessToken {

    @Id
    private byte[] hash;

    @Column
    private UUID accountId;

    @Column
    private String computeCode;

    @Column
    private Instant issuedAt;

    private Instant expiresAt;

    protected AccessToken() {}

    /**
     * A token that is good from now on.
     *
     * @param computeCode for a device the code that it registered under, else null
     */
    static AccessToken issue(byte[] hash, UUID accountId, String computeCode, Instant now, Duration life) {
        AccessToken token = new AccessToken();
        token.hash = hash;
        token.accountId = accountId;
        token.computeCode = computeCode;
        token.issuedAt = now;
        token.expiresAt = now.plus(life);
        return token;
    }

    /** As it is shown to its owner, this once. */
    TokenView view(String token) {
        return new TokenView(token, expiresAt);
    }
}
