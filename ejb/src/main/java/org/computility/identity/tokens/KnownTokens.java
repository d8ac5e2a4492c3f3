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
import org.computility.identity.KeyScope;
import org.computility.shared.Denied;
import org.computility.shared.Unauthenticated;
import org.computility.shared.keys.Hashes;

/**
 * Tokens seen lately, so that a call costs a hash and a look-up in memory. A token revoked on this server is forgotten
 * at once, on another server within 30 s. {@link TokenRefresh} has the tokens in use read again before, all in one
 * statement: tens of thousands of nodes that keep alive cost no statement each. An application's key is trusted for one second
 * only: a revoked key is refused by all servers at once.
 */
@ApplicationScoped
public class KnownTokens {

    private static final Duration TRUSTED = Duration.ofSeconds(30);

    private static final Duration KEY_TRUSTED = Duration.ofSeconds(1);

    /** Longer than the silence after which a device is offline (120 s): a slow device's token is still known. */
    private static final Duration IN_USE = Duration.ofMinutes(3);

    @EJB
    TokenAdministration tokens;

    @Inject
    KeyUses uses;

    @Inject
    Clock clock;

    private final Cache<ByteBuffer, Seen> seen =
            Caffeine.newBuilder().maximumSize(100_000).expireAfterWrite(TRUSTED).build();

    /** Who shows the token, to read; refused as in {@link #shown(String, KeyScope, boolean)}. */
    public Caller caller(String token) {
        return shown(token, null, false).caller();
    }

    /**
     * The token that is shown for an operation; refused as in {@link #shown(String)}, and Denied {@code scope-missing} for an
     * application's key that does not open the operation.
     */
    public IssuedToken shown(String token, KeyScope part, boolean changes) {
        IssuedToken issued = shown(token);
        admit(issued, part, changes);
        return issued;
    }

    /** Denied {@code scope-missing} for an application's key that does not open the operation. */
    public static void admit(IssuedToken issued, KeyScope part, boolean changes) {
        if (!issued.opens(part, changes)) {
            String scope = changes
                    ? part == null ? "no key, but a token" : "a key with the scope " + part
                    : "a key with the scope READ" + (part == null ? "" : " or " + part);
            throw new Denied(
                    "scope-missing",
                    "This needs " + scope + "; the key has " + issued.key().scopes() + ".");
        }
    }

    /**
     * The token that is shown, whatever it opens; Unauthenticated {@code token-unknown}, {@code token-expired} or {@code
     * account-disabled}.
     */
    public IssuedToken shown(String token) {
        Instant now = clock.instant();
        Seen known = seen(ByteBuffer.wrap(Hashes.sha256(token)), now);
        if (known == null) {
            throw new Unauthenticated("token-unknown", "This token was never issued or is revoked.");
        }
        known.shownAt = now;
        IssuedToken issued = known.issued;
        if (!now.isBefore(issued.expiresAt())) {
            throw new Unauthenticated("token-expired", "The token has expired; log in again.");
        }
        if (!issued.enabled()) {
            throw new Unauthenticated("account-disabled", "This account is disabled.");
        }
        if (issued.isKey()) {
            uses.note(issued.key().id(), now);
        }
        return issued;
    }

    private Seen seen(ByteBuffer hash, Instant now) {
        Seen known = seen.get(hash, this::read);
        if (known != null && known.isStaleKey(now)) {
            seen.asMap().remove(hash, known);
            known = seen.get(hash, this::read);
        }
        return known;
    }

    private Seen read(ByteBuffer hash) {
        Instant now = clock.instant();
        return tokens.find(hash.array()).map(found -> new Seen(found, now)).orElse(null);
    }

    /** Reads again the tokens that were shown in the last two minutes; the others are forgotten in their time. */
    public void refresh() {
        Instant since = clock.instant().minus(IN_USE);
        Map<ByteBuffer, Seen> inUse = new HashMap<>(seen.asMap());
        inUse.values().removeIf(known -> known.issued.isKey() || known.shownAt.isBefore(since));
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
        private final Instant readAt;
        private volatile Instant shownAt;

        Seen(IssuedToken issued, Instant shownAt) {
            this.issued = issued;
            this.readAt = shownAt;
            this.shownAt = shownAt;
        }

        boolean isStaleKey(Instant now) {
            return issued.isKey() && !now.isBefore(readAt.plus(KEY_TRUSTED));
        }
    }
}
