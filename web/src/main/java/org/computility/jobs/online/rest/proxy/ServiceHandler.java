package org.computility.jobs.online.rest.proxy;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.AttachmentKey;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.computility.identity.rest.ShownToken;
import org.computility.jobs.online.Admission;
import org.computility.shared.BusinessFailure;
import org.computility.shared.Member;
import org.computility.shared.NotFound;
import org.computility.shared.Unavailable;
import org.computility.shared.UuidText;
import org.computility.shared.database.outage.Outage;

/**
 * Admits a call of {@code /‹job›/…} and hands it to the proxy as {@code /…}. The service learns who calls, and not the token; its answer says
 * nothing of the host that it shares with the platform and with all other services.
 */
final class ServiceHandler implements HttpHandler {

    static final AttachmentKey<Admission> ADMITTED = AttachmentKey.create(Admission.class);

    private static final Logger LOG = Logger.getLogger(ServiceHandler.class.getName());
    private static final String TOKEN = "X-Auth-Token";
    private static final HttpString USER = new HttpString("X-Computility-User");
    private static final HttpString PREFIX = new HttpString("X-Forwarded-Prefix");
    private static final HttpString HTTP2_SETTINGS = new HttpString("HTTP2-Settings");
    /** Arrives at the service as {@code Authorization}. */
    private static final HttpString OWN = new HttpString("X-Service-Authorization");

    /** What an answer says of its whole host, which is the platform's. */
    private static final List<HttpString> OF_THE_HOST = List.of(
            Headers.SET_COOKIE,
            Headers.SET_COOKIE2,
            new HttpString("Clear-Site-Data"),
            Headers.STRICT_TRANSPORT_SECURITY,
            new HttpString("Alt-Svc"),
            new HttpString("NEL"),
            new HttpString("Report-To"),
            new HttpString("Reporting-Endpoints"),
            new HttpString("Service-Worker-Allowed"),
            new HttpString("Origin-Agent-Cluster"));

    private static final int ID_LENGTH = 36;

    private final Door door;
    private final HttpHandler proxy;
    private final Executor executor;

    /** Who is admitted. */
    @FunctionalInterface
    interface Door {
        /** Throws the refusal. */
        Admission admit(String token, UUID jobId);
    }

    /** @param executor for what waits for the database */
    ServiceHandler(Door door, HttpHandler proxy, Executor executor) {
        this.door = door;
        this.proxy = proxy;
        this.executor = executor;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        exchange.addDefaultResponseListener(Refusal::complete);
        exchange.addResponseCommitListener(answer -> OF_THE_HOST.forEach(answer.getResponseHeaders()::remove));
        exchange.dispatch(executor, this::admit);
    }

    private void admit(HttpServerExchange exchange) throws Exception {
        try {
            String token = ShownToken.of(List.of(TOKEN), exchange.getRequestHeaders()::getFirst);
            UUID jobId = jobId(exchange.getRequestURI());
            exchange.putAttachment(ADMITTED, door.admit(token, jobId));
            pass(exchange);
        } catch (BusinessFailure e) {
            Refusal.send(exchange, e);
            return;
        } catch (RuntimeException e) {
            Refusal.send(exchange, unforeseen(e));
            return;
        }
        proxy.handleRequest(exchange);
    }

    private static BusinessFailure unforeseen(RuntimeException e) {
        if (Outage.isOne(e)) {
            return Outage.refusal();
        }
        LOG.log(Level.WARNING, "A call of a service failed.", e);
        return new Unavailable("server-busy", "The platform cannot pass the call on now.");
    }

    private static UUID jobId(String path) {
        boolean fits =
                path.length() > ID_LENGTH && (path.length() == ID_LENGTH + 1 || path.charAt(ID_LENGTH + 1) == '/');
        return (fits ? UuidText.read(path.substring(1, ID_LENGTH + 1)) : Optional.<UUID>empty())
                .orElseThrow(
                        () -> new NotFound("job-unknown", new Member("id"), "The path begins with no job's {member}."));
    }

    private static void pass(HttpServerExchange exchange) {
        String prefix = exchange.getRequestURI().substring(0, ID_LENGTH + 1);
        exchange.setResolvedPath(prefix);
        exchange.setRelativePath(exchange.getRequestURI().substring(prefix.length()));
        HeaderMap headers = exchange.getRequestHeaders();
        headers.remove(TOKEN);
        headers.remove(Headers.PROXY_AUTHORIZATION);
        // Nobody can tell another token of the platform from a service's own: what is a service's is called otherwise
        // on its way.
        headers.remove(Headers.AUTHORIZATION);
        List<String> own = List.copyOf(Objects.requireNonNullElse(headers.get(OWN), List.<String>of()));
        headers.remove(OWN);
        if (!own.isEmpty()) {
            headers.putAll(Headers.AUTHORIZATION, own);
        }
        // Cookies know no ports: those of the console come along where both have one host.
        headers.remove(Headers.COOKIE);
        headers.put(USER, exchange.getAttachment(ADMITTED).call().userId().toString());
        headers.put(PREFIX, prefix);
        // The proxy speaks HTTP/1.1 to services.
        if ("h2c".equalsIgnoreCase(headers.getFirst(Headers.UPGRADE))) {
            headers.remove(Headers.UPGRADE);
            headers.remove(HTTP2_SETTINGS);
        }
    }
}
