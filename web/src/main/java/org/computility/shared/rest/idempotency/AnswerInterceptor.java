package org.computility.shared.rest.idempotency;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;
import java.io.OutputStream;
import org.computility.shared.idempotency.IdempotencyKeys;

/**
 * Keeps the body of an answer before the caller sees it, or the end of one that is read as it comes, and writes the body of a
 * repeated answer, byte for byte.
 */
final class AnswerInterceptor implements WriterInterceptor {

    private static final int LARGEST = 64 * 1024;
    private static final MediaType EVENTS = MediaType.valueOf("text/event-stream");

    private final AnswerKeeper keeper;

    AnswerInterceptor(IdempotencyKeys keys) {
        keeper = new AnswerKeeper(keys);
    }

    @Override
    public void aroundWriteTo(WriterInterceptorContext answer) throws IOException {
        KeyedCall keyed = (KeyedCall) answer.getProperty(KeyedCall.PROPERTY);
        if (keyed != null && keyed.repeated().isPresent()) {
            answer.getOutputStream().write(keyed.repeated().get().body());
        } else if (keyed != null && keyed.isGranted()) {
            keep(keyed, answer);
        } else {
            answer.proceed();
        }
    }

    private void keep(KeyedCall keyed, WriterInterceptorContext answer) throws IOException {
        OutputStream out = answer.getOutputStream();
        KeptBody body = new KeptBody(out, LARGEST, EVENTS.isCompatible(answer.getMediaType()));
        answer.setOutputStream(body);
        try {
            answer.proceed();
        } catch (IOException | RuntimeException | Error e) {
            // Nobody answers any more, or a refusal does: without an answer the outcome passes for unknown.
            keeper.keys().ends(keyed.scope());
            throw e;
        } finally {
            answer.setOutputStream(out);
        }
        keeper.keep(keyed, answer.getHeaders(), body.held());
        body.release();
    }
}
