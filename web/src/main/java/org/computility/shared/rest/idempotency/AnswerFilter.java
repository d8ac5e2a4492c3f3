package org.computility.shared.rest.idempotency;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.computility.shared.idempotency.IdempotencyKeys;

/**
 * The last of all filters: releases the key of a call that was told to come again, keeps an answer without a body, and
 * puts the headers of a repeated answer where they belong.
 */
@Priority(0)
final class AnswerFilter implements ContainerResponseFilter {

    private static final Logger LOG = Logger.getLogger(AnswerFilter.class.getName());
    private static final Set<Integer> COME_AGAIN = Set.of(429, 502, 503, 504);

    private final IdempotencyKeys keys;
    private final AnswerKeeper keeper;

    AnswerFilter(IdempotencyKeys keys) {
        this.keys = keys;
        keeper = new AnswerKeeper(keys);
    }

    @Override
    public void filter(ContainerRequestContext call, ContainerResponseContext answer) {
        KeyedCall.of(call).ifPresent(keyed -> {
            keyed.repeated().ifPresent(kept -> kept.headers().forEach(answer.getHeaders()::putSingle));
            keyed.answered(answer.getStatus());
            if (keyed.isGranted() && mayComeAgain(answer)) {
                release(keyed);
            } else if (keyed.isGranted() && !answer.hasEntity()) {
                keeper.keep(keyed, answer.getHeaders(), Optional.of(new byte[0]));
            }
        });
    }

    // Whoever is told when to come again is told so because of how things stand now: whatever the status, nothing was
    // done.
    private static boolean mayComeAgain(ContainerResponseContext answer) {
        return COME_AGAIN.contains(answer.getStatus())
                || answer.getStatus() >= 400 && answer.getHeaders().containsKey(HttpHeaders.RETRY_AFTER);
    }

    private void release(KeyedCall keyed) {
        keyed.settled();
        try {
            keys.release(keyed.scope());
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "A key could not be released; its outcome will pass for unknown.", e);
        } finally {
            keys.ends(keyed.scope());
        }
    }
}
