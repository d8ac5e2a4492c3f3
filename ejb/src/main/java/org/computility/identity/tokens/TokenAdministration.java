package org.computility.identity.tokens;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.computility.audit.AuditEntry;
import org.computility.audit.AuditTrail;
import org.computility.identity.AccountChanged;
import org.computility.identity.Caller;
import org.computility.identity.IssuedToken;
import org.computility.shared.keys.Hashes;
import org.computility.shared.keys.SecretBytes;

/**
 * Issues, finds and ends the tokens that callers show: 256 random bits each, of which only the SHA-256 is stored. A plain
 * hash is enough where there is nothing to guess.
 */
@Stateless
public class TokenAdministration {

    /** How long expired tokens are kept, so that callers get {@code token-expired} and not {@code token-unknown}. */
    private static final Duration KEPT_EXPIRED = Duration.ofDays(1);

    private static final int TOKEN_BYTES = 32;

    @Inject
    AccessTokens tokens;

    @EJB
    AuditTrail audit;

    @Inject
    Clock clock;

    @Inject
    Event<AccountChanged> changes;

    Duration life;

    @PostConstruct
    void prepare() {
        life = TokensConfig.current().life();
    }

    /** A new token of the account; for a device with the code it registered under, else null. */
    public TokenView issue(UUID accountId, String computeCode) {
        String shown = Base64.getUrlEncoder().withoutPadding().encodeToString(SecretBytes.fresh(TOKEN_BYTES));
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        AccessToken token = AccessToken.issue(Hashes.sha256(shown), accountId, computeCode, now, life);
        tokens.session().insert(token);
        return token.view(shown);
    }

    /** Issues a new token while the old one is still good, and writes the call's audit record in the same transaction. */
    public TokenView renew(UUID accountId, String computeCode, AuditEntry call) {
        TokenView token = issue(accountId, computeCode);
        audit.recordWithChange(List.of(call));
        return token;
    }

    /** The caller that the token of this hash stands for, expired or not; empty when it was never issued or revoked. */
    public Optional<IssuedToken> find(byte[] hash) {
        return tokens.find(new byte[][] {hash}).stream()
                .map(StoredToken::issued)
                .findFirst();
    }

    /** The same for many tokens in one statement; tokens that were never issued or are revoked are absent. */
    public Map<ByteBuffer, IssuedToken> find(Collection<byte[]> hashes) {
        return tokens.find(hashes.toArray(byte[][]::new)).stream()
                .collect(Collectors.toMap(token -> ByteBuffer.wrap(token.hash()), StoredToken::issued));
    }

    /** Ends one token; ending it again changes nothing. */
    public void revoke(Caller owner, String token) {
        tokens.revoke(Hashes.sha256(token));
        changes.fire(new AccountChanged(owner.accountId()));
    }

    /** Ends all tokens that were issued for a node, whichever account it registered with. */
    public void revokeOf(Caller device, String computeCode) {
        tokens.revokeOf(computeCode);
        changes.fire(new AccountChanged(device.accountId()));
    }

    /** Ends all tokens of an account. */
    public void revokeAll(UUID accountId) {
        tokens.revokeAll(accountId);
        changes.fire(new AccountChanged(accountId));
    }

    /** Deletes the tokens that ended a while ago. */
    public void forgetExpired() {
        tokens.forgetExpired(clock.instant().minus(KEPT_EXPIRED));
    }
}
