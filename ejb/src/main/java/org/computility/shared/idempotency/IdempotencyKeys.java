package org.computility.shared.idempotency;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.computility.shared.keys.Sealing;

/** Keys of calls that must not be done twice; each method is a transaction apart from the call's own. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class IdempotencyKeys {

    @Inject
    ClaimedKeys keys;

    @Inject
    RunningCalls running;

    @Inject
    Sealing sealing;

    @Inject
    Clock clock;

    IdempotencyConfig config;

    @PostConstruct
    void configure() {
        config = IdempotencyConfig.current();
    }

    /**
     * Claims a key. One of any number of calls at the same time, on whatever servers, gets it.
     *
     * @param scope at most 64 characters that stand for the caller, the operation and the key
     */
    public Claim claim(String scope) {
        Instant now = clock.instant();
        if (keys.claim(scope, now, now.minus(config.kept())) == 1) {
            return new Claim.Granted();
        }
        // Gone where the call was released meanwhile: whoever tries again finds the key free.
        return keys.find(scope).map(key -> key.claim(now, sealing)).orElseGet(Claim.Running::new);
    }

    /**
     * Keeps the answer of the call to which the key was granted.
     *
     * @param fingerprint of the call's body
     * @param answer empty for an answer that is too large to be kept
     */
    public void answer(String scope, byte[] fingerprint, int status, Optional<KeptAnswer> answer) {
        keys.answer(
                scope,
                fingerprint,
                status,
                answer.map(kept -> sealing.seal(kept.content())).orElse(null));
    }

    /** The call to which the key was granted has done nothing, and may come again. */
    public void release(String scope) {
        keys.release(scope);
    }

    /**
     * The call to which the key was granted runs from here on. To be called after the claim: a call whose claim is not
     * committed never ran.
     */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public void begins(String scope) {
        running.begin(scope);
    }

    /** The call runs no longer. Without an answer, nobody will ever know how it ended. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public void ends(String scope) {
        running.end(scope);
    }

    /** Says that the calls of this server still run. */
    public void stayAlive() {
        String[] scopes = running.all();
        if (scopes.length > 0) {
            keys.see(scopes, clock.instant());
        }
    }

    /** Forgets keys that no longer stand for their calls. */
    public int purge() {
        return keys.purge(clock.instant().minus(config.kept()));
    }
}
