package org.computility.shared.rest.idempotency;

import jakarta.ws.rs.core.MultivaluedMap;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.computility.shared.idempotency.IdempotencyKeys;
import org.computility.shared.idempotency.KeptAnswer;

/** Keeps the answer of a call to which the key was granted. */
record AnswerKeeper(IdempotencyKeys keys) {

    private static final Logger LOG = Logger.getLogger(AnswerKeeper.class.getName());
    private static final List<String> HEADERS = List.of("Content-Type", "Location", "Cache-Control");

    /**
     * The body of an answer that nobody is to store is not kept: it holds a secret that is shown once.
     *
     * @param body empty for a body that is too large
     */
    void keep(KeyedCall keyed, MultivaluedMap<String, Object> headers, Optional<byte[]> body) {
        keyed.settled();
        try {
            Map<String, String> kept = belonging(headers);
            boolean secret = kept.getOrDefault("Cache-Control", "").contains("no-store");
            keep(keyed, kept, secret ? Optional.empty() : body);
        } catch (RuntimeException e) {
            // The call is done and answered all the same; when the call is repeated, its outcome counts as unknown.
            LOG.log(Level.WARNING, "The answer to a call with a key could not be kept.", e);
        } finally {
            keys.ends(keyed.scope());
        }
    }

    private void keep(KeyedCall keyed, Map<String, String> headers, Optional<byte[]> body) {
        try {
            keys.answer(
                    keyed.scope(),
                    keyed.fingerprint(),
                    keyed.status(),
                    body.map(bytes -> new KeptAnswer(keyed.status(), headers, bytes)));
        } catch (IOException e) {
            // The body broke off, so it has no fingerprint. A refusal means that nothing was done: the call may come
            // again, whole.
            LOG.log(Level.FINE, "The body of a call with a key broke off.", e);
            if (keyed.status() / 100 == 4) {
                keys.release(keyed.scope());
            }
        }
    }

    private static Map<String, String> belonging(MultivaluedMap<String, Object> headers) {
        Map<String, String> kept = new TreeMap<>();
        for (String name : HEADERS) {
            Object value = headers.getFirst(name);
            if (value != null) {
                kept.put(name, value.toString());
            }
        }
        return kept;
    }
}
