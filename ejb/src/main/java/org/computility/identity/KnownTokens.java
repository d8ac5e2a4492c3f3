package org.computility.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import org.computility.shared.Hashes;
import org.computility.shared.Unauthenticated;

/**
 * Tokens seen lately, so that a call costs a hash and a look-up in memory. A token revoked on this server is forgotten at
 * once, on another within 30 s.
 */
@ApplicationScoped
public class KnownTokens {

    private static final Duration TRUSTED = Duration.ofSeconds(30);

    @EJB
    AccessTokens tokens;

    @Inject
    Clock clock;

    private final Cache<ByteBuffer, IssuedToken> seen =
            Caffeine.newBuilder().maximumSize(100_000).expireAfterWrite(TRUSTED).build();

    /** Who shows the token; Unauthenticated {@code token-unknown}, {@code token-expired} or {@code account-disabled}. */
    public Caller caller(String token) {
        IssuedToken issued = seen.get(
                ByteBuffer.wrap(Hashes.sha256(token)),
                hash -> tokens.find(hash.array()).orElse(null));
        if (issued == null) {
            throw new Unauthenticated("token-unknown", "This token was never issued or is revoked.");
        }
        if (!clock.instant().isBefore(issued.expiresAt())) {
            throw new Unauthenticated("token-expired", "The token has expired; log in again.");
        }
        if (!issued.enabled()) {
            throw new Unauthenticated("account-disabled", "This account is disabled.");
        }
        return issued.caller();
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) AccountChanged change) {
        seen.asMap().values().removeIf(issued -> issued.caller().accountId().equals(change.accountId()));
    }
}
