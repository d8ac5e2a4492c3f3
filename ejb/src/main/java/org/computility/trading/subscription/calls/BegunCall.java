package org.computility.trading.subscription.calls;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.computility.shared.BusinessFailure;
import org.computility.shared.Rejected;
import org.computility.shared.Unavailable;
import org.computility.shared.database.Collision;
import org.computility.shared.outbound.OutboundCalls;
import org.computility.shared.outbound.OutboundFailed;
import org.computility.shared.outbound.OutboundLimits;
import org.computility.shared.outbound.OutboundRoom;
import org.computility.shared.outbound.OutboundStream;
import org.computility.trading.subscription.SubscribedService;

/** A call that was admitted, until it is counted or has failed. */
final class BegunCall {

    private static final Logger LOG = Logger.getLogger(BegunCall.class.getName());
    private static final int TRIES = 4;

    private final DeliveryTurns turns;
    private final SubscribedService service;
    private final UUID id;

    private BegunCall(DeliveryTurns turns, SubscribedService service, UUID id) {
        this.turns = turns;
        this.service = service;
        this.id = id;
    }

    /** Begins one, or refuses as {@link DeliveryTurns#begin}. */
    static BegunCall of(SubscribedService service, DeliveryTurns turns) {
        return new BegunCall(turns, service, turns.begin(service));
    }

    /** What the part of the call brings; where it throws, the call has failed and costs nothing. */
    <T> T orFailed(Supplier<T> part) {
        try {
            return part.get();
        } catch (BusinessFailure refusal) {
            turns.failed(id, refusal.code());
            throw refusal;
        } catch (RuntimeException e) {
            turns.failed(id, "internal");
            throw e;
        }
    }

    /** Hands the input over: the answer of a service that serves. */
    OutboundStream open(OutboundCalls outbound, ServiceInput input, String accept, OutboundLimits limits) {
        byte[] body = input.text().getBytes(StandardCharsets.UTF_8);
        try {
            return outbound.open(service.kind().address(), service.address(), headers(input, accept), body, limits);
        } catch (OutboundFailed e) {
            throw failure(e);
        }
    }

    /** The whole answer. */
    ServiceOutput read(OutboundStream answer, OutboundRoom room) {
        requireSuccess(answer);
        try {
            ServiceOutput output = ServiceOutput.read(answer.whole(room))
                    .orElseThrow(() -> failed("service-answer-unreadable", "answered neither JSON nor text"));
            requireTokens(output.tokens());
            return output;
        } catch (OutboundFailed e) {
            throw failure(e);
        }
    }

    private void requireSuccess(OutboundStream answer) {
        if (!answer.isSuccess()) {
            throw failed("service-failed", "answered with the status " + answer.status());
        }
    }

    void requireTokens(OptionalLong tokens) {
        if (service.countsTokens() && tokens.isEmpty()) {
            throw failed("service-tokens-untold", "is paid by the token, and tells no usage.total_tokens");
        }
    }

    Unavailable failure(OutboundFailed e) {
        return switch (e.reason()) {
            case LATE ->
                Unavailable.gatewayTimeout("service-late", service.kind().address(), words(e.getMessage()));
            case TOO_LARGE -> failed("service-answer-too-large", e.getMessage());
            case BUSY -> new Unavailable("server-busy", words(e.getMessage()), Duration.ofSeconds(1));
            case UNREACHABLE -> failed("service-unreachable", e.getMessage());
        };
    }

    /** The call was answered: it counts. */
    void count(OptionalLong tokens) {
        try {
            countDespiteCollisions(tokens);
        } catch (Rejected e) {
            turns.failed(id, "service-tokens-untold");
            throw failed("service-tokens-untold", "tells more tokens than can be paid");
        }
    }

    /** Here, since whoever repeated the whole would call the service again. */
    private void countDespiteCollisions(OptionalLong tokens) {
        for (int left = TRIES - 1; ; left--) {
            try {
                turns.answered(id, tokens);
                return;
            } catch (RuntimeException e) {
                if (!Collision.isOne(e)) {
                    throw e;
                }
                if (left <= 0) {
                    LOG.log(Level.WARNING, e, () -> "The call " + id + " was answered and could not be counted.");
                    // Without the cause: a collision has the whole request repeated, and the service called again.
                    throw new IllegalStateException("The call " + id + " could not be counted.");
                }
            }
        }
    }

    private Unavailable failed(String code, String how) {
        return Unavailable.badGateway(code, service.kind().address(), words(how));
    }

    private static String words(String how) {
        return "The service behind {member} " + how + ". The call costs nothing.";
    }

    private Map<String, String> headers(ServiceInput input, String accept) {
        Map<String, String> headers = new HashMap<>();
        headers.put("Content-Type", input.type());
        headers.put("Accept", accept);
        headers.put("X-Request-ID", id.toString());
        if (service.credential() != null) {
            headers.put("Authorization", service.credential());
        }
        return headers;
    }
}
