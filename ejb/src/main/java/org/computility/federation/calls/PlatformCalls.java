package org.computility.federation.calls;

import static org.computility.shared.JsonSupport.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.computility.reporting.signing.SignedRequest;
import org.computility.shared.Member;
import org.computility.shared.Rejected;
import org.computility.shared.outbound.OutboundAnswer;
import org.computility.shared.outbound.OutboundCalls;
import org.computility.shared.outbound.OutboundFailed;
import org.computility.shared.outbound.OutboundLimits;

/** TC609 spoken to another platform: a token (A.1), then calls that carry it and are signed, each good once. */
@ApplicationScoped
public class PlatformCalls {

    private static final Member URL = new Member("url");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long MOST_BYTES = 8L << 20;
    private static final byte[] NOTHING = {};

    private final OutboundCalls calls;
    private final Clock clock;

    @Inject
    public PlatformCalls(OutboundCalls calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    /** For the container's proxy. */
    protected PlatformCalls() {
        this(null, null);
    }

    /**
     * A token of the account that this platform has there (A.1); calls with it may take half a minute each.
     *
     * @throws PlatformAway where the platform does not answer, or not for that account
     */
    public PlatformSession login(PlatformAddress platform) {
        return login(platform, PATIENCE);
    }

    /** The same where neither this call nor any with the token may take longer. */
    public PlatformSession login(PlatformAddress platform, Duration patience) {
        JsonObject credentials = JSON.createObjectBuilder()
                .add("username", platform.username())
                .add("password", platform.password())
                .build();
        try {
            JsonObject answer = Envelope.success(
                    send("POST", URI.create(platform.url() + "/api/token"), Map.of(), bytes(credentials), patience));
            String token = answer.getString("token", "");
            if (token.isEmpty()) {
                throw new PlatformAway(PlatformAway.Cause.SILENT, "answers a login without a token");
            }
            return new PlatformSession(platform.url(), token, patience);
        } catch (PlatformRefusal refused) {
            throw new PlatformAway(
                    PlatformAway.Cause.CLOSED, "gives " + platform.username() + " no token: " + refused.getMessage());
        }
    }

    /**
     * One call; {@code data} of its answer, JSON's null where it has none.
     *
     * @param path {@code /api/…}
     * @throws PlatformRefusal where the platform refuses what was sent, in its words
     * @throws PlatformAway where it does not answer, or not now
     */
    public JsonValue call(PlatformSession session, String method, String path, JsonObject body) throws PlatformRefusal {
        return data(session, method, URI.create(session.url() + path), bytes(body));
    }

    /** A question; {@code data} of its answer. It fails as {@link #call} does. */
    public JsonValue ask(PlatformSession session, String path, Map<String, String> query) throws PlatformRefusal {
        return data(session, "GET", address(session, path, query), NOTHING);
    }

    /**
     * A question to a platform of our kind; its answer as it is.
     *
     * @param path {@code /platform/v1/…}
     * @throws PlatformRefusal where it has no such thing: another kind of platform
     * @throws PlatformAway where it does not answer, or not now
     */
    public JsonObject own(PlatformSession session, String path) throws PlatformRefusal {
        return Envelope.plain(send(
                "GET",
                URI.create(session.url() + path),
                Map.of("X-Auth-Token", session.token()),
                NOTHING,
                session.patience()));
    }

    private JsonValue data(PlatformSession session, String method, URI address, byte[] body) throws PlatformRefusal {
        SignedRequest request = new SignedRequest(
                session.token(),
                method,
                address.getRawPath(),
                address.getRawQuery(),
                body,
                null,
                "" + clock.instant().getEpochSecond(),
                UUID.randomUUID().toString());
        Map<String, String> headers = new HashMap<>();
        headers.put("token", session.token());
        headers.put("sign", request.signature());
        headers.put("sign-time", request.time());
        headers.put("sign-nonce", request.nonce());
        return Envelope.success(send(method, address, headers, body, session.patience()))
                .getOrDefault("data", JsonValue.NULL);
    }

    private OutboundAnswer send(String method, URI address, Map<String, String> more, byte[] body, Duration patience) {
        Map<String, String> headers = new HashMap<>(more);
        headers.put("Content-Type", "application/json");
        headers.put("Accept", "application/json");
        try {
            return calls.send(
                    URL,
                    method,
                    address.toString(),
                    headers,
                    body,
                    new OutboundLimits(patience, MOST_BYTES),
                    bytes -> true);
        } catch (OutboundFailed | Rejected e) {
            throw new PlatformAway(PlatformAway.Cause.SILENT, e.getMessage());
        }
    }

    private static URI address(PlatformSession session, String path, Map<String, String> query) {
        String parts = query.entrySet().stream()
                .map(part -> part.getKey() + "="
                        + URLEncoder.encode(part.getValue(), StandardCharsets.UTF_8)
                                .replace("+", "%20"))
                .sorted()
                .collect(Collectors.joining("&"));
        return URI.create(session.url() + path + (parts.isEmpty() ? "" : "?" + parts));
    }

    private static byte[] bytes(JsonObject body) {
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }
}
