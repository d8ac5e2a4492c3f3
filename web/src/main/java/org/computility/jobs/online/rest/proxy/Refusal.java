package org.computility.jobs.online.rest.proxy;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.time.Duration;
import java.util.UUID;
import org.computility.shared.BusinessFailure;
import org.computility.shared.Unavailable;
import org.computility.shared.rest.family.Failures;

/** A refusal of the proxy, in the words of the platform's own family. */
final class Refusal {

    private static final Jsonb JSON = JsonbBuilder.create();
    private static final String FAMILY = "/platform/v1/services";
    private static final int UNAUTHENTICATED = 401;
    private static final int FAILED = 500;

    private static final Unavailable NOT_READY =
            new Unavailable("service-not-ready", "No replica of the service answers now.", Duration.ofSeconds(2));
    private static final Unavailable BROKEN = Unavailable.badGateway(
            "service-answer-broken",
            null,
            "A replica of the service took the call and gave no whole answer: it may have carried it out.");

    private Refusal() {}

    static void send(HttpServerExchange exchange, BusinessFailure failure) {
        Failures.Sent sent = Failures.sent(failure, FAMILY, UUID.randomUUID().toString());
        exchange.setStatusCode(sent.status());
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, sent.type());
        if (sent.retryAfter() != null) {
            exchange.getResponseHeaders().put(Headers.RETRY_AFTER, sent.retryAfter());
        }
        if (sent.status() == UNAUTHENTICATED) {
            exchange.getResponseHeaders().put(Headers.WWW_AUTHENTICATE, "Bearer");
        }
        exchange.getResponseSender().send(JSON.toJson(sent.body()));
    }

    /** The proxy ends a call that no replica answers with nothing but a status. */
    static boolean complete(HttpServerExchange exchange) {
        boolean mute = exchange.getStatusCode() >= FAILED
                && !exchange.isResponseStarted()
                && !exchange.getResponseHeaders().contains(Headers.CONTENT_LENGTH);
        if (mute) {
            send(exchange, ReplicaClient.isTaken(exchange) ? BROKEN : NOT_READY);
        }
        return mute;
    }
}
