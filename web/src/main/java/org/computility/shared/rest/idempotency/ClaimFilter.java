package org.computility.shared.rest.idempotency;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.Optional;
import org.computility.shared.Conflict;
import org.computility.shared.Member;
import org.computility.shared.idempotency.Claim;
import org.computility.shared.idempotency.IdempotencyKeys;
import org.computility.shared.idempotency.KeptAnswer;

/**
 * Claims the key just before the method is called: a call that is refused before leaves its key free. A call whose key
 * is taken ends here.
 */
// After the audit filter: a repeated call is on record like any other.
@Priority(Priorities.USER - 50)
final class ClaimFilter implements ContainerRequestFilter {

    private final IdempotencyKeys keys;

    ClaimFilter(IdempotencyKeys keys) {
        this.keys = keys;
    }

    @Override
    public void filter(ContainerRequestContext call) throws IOException {
        Optional<KeyedCall> keyed = KeyedCall.of(call);
        if (keyed.isEmpty()) {
            return;
        }
        Claim claim = keys.claim(keyed.get().scope());
        if (claim instanceof Claim.Granted) {
            keys.begins(keyed.get().scope());
            keyed.get().granted();
        } else if (claim instanceof Claim.Answered answered) {
            repeat(call, keyed.get(), answered);
        } else {
            throw refusal(claim);
        }
    }

    private static void repeat(ContainerRequestContext call, KeyedCall keyed, Claim.Answered answered)
            throws IOException {
        if (!MessageDigest.isEqual(answered.fingerprint(), keyed.fingerprint())) {
            throw new Conflict(
                    "idempotency-key-reused",
                    Member.written(IdempotencyFeature.HEADER),
                    "Another body came with this key before: take a new key.");
        }
        KeptAnswer answer = answered.answer();
        keyed.repeats(answer);
        Response.ResponseBuilder repeated =
                Response.status(answer.status()).header(IdempotencyFeature.REPEATED, Boolean.TRUE.toString());
        if (answer.body().length > 0) {
            // As bytes, until the answer has passed the envelope filters: it is in its envelope already.
            repeated.type(MediaType.APPLICATION_OCTET_STREAM_TYPE).entity(answer.body());
        }
        call.abortWith(repeated.build());
    }

    private static Conflict refusal(Claim claim) {
        return claim instanceof Claim.Running
                ? new Conflict(
                        "idempotency-key-in-use",
                        Member.written(IdempotencyFeature.HEADER),
                        "A call with this key is being done: ask again in a while.")
                : new Conflict(
                        "idempotency-outcome-unknown",
                        Member.written(IdempotencyFeature.HEADER),
                        "A call with this key was begun, and its answer is not known: look whether it was done.");
    }
}
