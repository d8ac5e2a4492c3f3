package org.computility.identity.tokens;

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
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.computility.identity.AccountChanged;
import org.computility.identity.Caller;
import org.computility.identity.IssuedToken;
import org.computility.shared.Unauthenticated;
import org.computility.shared.keys.Hashes;

/**
 * Tokens seen lately, so that a call costs a hash and a look-up in memory. A token revoked on this server is forgotten
 * at once, on another server within 30 s. {@link TokenRefresh} has the tokens in use read again before, all in one
 * statement: tens of thousands of nodes that keep alive cost no statement each.
 */
@ApplicationScoped
public class KnownTokens {

    private static final Duration TRUSTED = Duration.ofSeconds(30);

    /** Longer than the silence after which a device is offline (120 s): a slow device's token is still known. */
    private static final Duration IN_USE = Duration.ofMinutes(3);

    @EJB
    TokenAdministration tokens;

    @Inject
    Clock clock;

    private final Cache<ByteBuffer, Seen> seen =
            Caffeine.newBuilder().maximumSize(100_000).expireAfterWrite(TRUSTED).build();

    /** Who shows the token; refused as in {@link #shown}. */
    public Caller caller(String token) {
        return shown(token).caller();
    }

    /** The token that is shown; Unauthenticated {@code token-unknown}, {@code token-expired} or {@code account-disabled}. */
    public IssuedToken shown(String token) {
        Seen known = seen.get(
                ByteBuffer.wrap(Hashes.sha256(token)),
                hash -> tokens.find(hash.array())
                        .map(found -> new Seen(found, clock.instant()))
                        .orElse(null));
        if (known == null) {
            throw new Unauthenticated("token-unknown", "This token was never issued or is revoked.");
        }
        Instant now = clock.instant();
        known.shownAt = now;
        IssuedToken issued = known.issued;
        if (!now.isBefore(issued.expiresAt())) {
            throw new Unauthenticated("token-expired", "The token has expired; log in again.");
        }
        if (!issued.enabled()) {
            throw new Unauthenticated("account-disabled", "This account is disabled.");
        }
        return issued;
    }

    /** Reads again the tokens that were shown in the last two minutes; the others are forgotten in their time. */
    public void refresh() {
        Instant since = clock.instant().minus(IN_USE);
        Map<ByteBuffer, Seen> inUse = new HashMap<>(seen.asMap());
        inUse.values().removeIf(known -> known.shownAt.isBefore(since));
        if (inUse.isEmpty()) {
            return;
        }
        Map<ByteBuffer, IssuedToken> found =
                tokens.find(inUse.keySet().stream().map(ByteBuffer::array).toList());
        // Replaces only: a token that was forgotten meanwhile is revoked, whatever was read before.
        inUse.forEach((hash, known) -> {
            IssuedToken issued = found.get(hash);
            seen.asMap()
                    .computeIfPresent(
                            hash,
                            (same, now) ->
                                    now != known ? now : issued == null ? null : new Seen(issued, known.shownAt));
        });
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) AccountChanged change) {
        seen.asMap()
                .values()
                .removeIf(known -> known.issued.caller().accountId().equals(change.accountId()));
    }

    private static final class Seen {

        private final IssuedToken issued;
        private volatile Instant shownAt;

        Seen(IssuedToken issued, Instant shownAt) {
            this.issued = issued;
            this.shownAt = shownAt;
        }
    }
}
