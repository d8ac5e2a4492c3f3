package org.computility.federation.upper;

import static org.computility.shared.JsonSupport.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.computility.reporting.signing.SignedRequest;
import org.computility.shared.Member;
import org.computility.shared.Rejected;
import org.computility.shared.outbound.OutboundAnswer;
import org.computility.shared.outbound.OutboundCalls;
import org.computility.shared.outbound.OutboundFailed;
import org.computility.shared.outbound.OutboundLimits;

/** TC609 spoken to another platform: a token (A.1), then calls that carry it and are signed, each good once. */
@ApplicationScoped
public class UpperCalls {

    private static final Member URL = new Member("url");
    private static final OutboundLimits LIMITS = new OutboundLimits(Duration.ofSeconds(30), 1 << 20);
    private static final int SUCCESS = 200;
    private static final int BUSY = 429;
    private static final int UNAUTHENTICATED = 401;
    private static final int DENIED = 403;
    private static final int SERVER_ERRORS = 500;

    private final OutboundCalls calls;
    private final Clock clock;

    @Inject
    public UpperCalls(OutboundCalls calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    /** For the container's proxy. */
    protected UpperCalls() {
        this(null, null);
    }

    /**
     * A token of the account that this platform has there (A.1).
     *
     * @throws UpperAway where the platform does not answer, or not for that account
     */
    public UpperSession login(UpperAddress platform) {
        JsonObject credentials = JSON.createObjectBuilder()
                .add("username", platform.username())
                .add("password", platform.password())
                .build();
        try {
            JsonObject answer =
                    send("POST", URI.create(platform.url() + "/api/token"), Map.of(), credentials.toString());
            String token = answer.getString("token", "");
            if (token.isEmpty()) {
                throw new UpperAway("answers a login without a token");
            }
            return new UpperSession(platform.url(), token);
        } catch (UpperRefusal refused) {
            throw new UpperAway("gives " + platform.username() + " no token: " + refused.getMessage());
        }
    }

    /**
     * One call; {@code data} of its answer, JSON's null where it has none.
     *
     * @param path {@code /api/…}
     * @throws UpperRefusal where the platform refuses what was sent, in its words
     * @throws UpperAway where it does not answer, or not now
     */
    public JsonValue call(UpperSession session, String method, String path, JsonObject body) throws UpperRefusal {
        URI address = URI.create(session.url() + path);
        String text = body.toString();
        SignedRequest request = new SignedRequest(
                session.token(),
                method,
                address.getRawPath(),
                null,
                text.getBytes(StandardCharsets.UTF_8),
                null,
                "" + clock.instant().getEpochSecond(),
                UUID.randomUUID().toString());
        Map<String, String> headers = new HashMap<>();
        headers.put("token", session.token());
        headers.put("sign", request.signature());
        headers.put("sign-time", request.time());
        headers.put("sign-nonce", request.nonce());
        return send(method, address, headers, text).getOrDefault("data", JsonValue.NULL);
    }

    private JsonObject send(String method, URI address, Map<String, String> more, String body) throws UpperRefusal {
        Map<String, String> headers = new HashMap<>(more);
        headers.put("Content-Type", "application/json");
        headers.put("Accept", "application/json");
        OutboundAnswer answer;
        try {
            answer = calls.send(
                    URL,
                    method,
                    address.toString(),
                    headers,
                    body.getBytes(StandardCharsets.UTF_8),
                    LIMITS,
                    bytes -> true);
        } catch (OutboundFailed | Rejected e) {
            throw new UpperAway(e.getMessage());
        }
        return success(answer);
    }

    private static JsonObject success(OutboundAnswer answer) throws UpperRefusal {
        if (answer.status() >= SERVER_ERRORS || answer.status() == BUSY) {
            throw new UpperAway("answered with the status " + answer.status());
        }
        JsonObject envelope = envelope(answer);
        int code = envelope.getInt("code", -1);
        if (code == SUCCESS && answer.isSuccess()) {
            return envelope;
        }
        String words = code + " " + envelope.getString("msg", "");
        if (answer.status() == UNAUTHENTICATED || answer.status() == DENIED) {
            throw new UpperAway("does not let us in: " + words);
        }
        throw new UpperRefusal(words);
    }

    private static JsonObject envelope(OutboundAnswer answer) throws UpperRefusal {
        try (JsonReader reader = JSON.createReader(new ByteArrayInputStream(answer.body()))) {
            return reader.readObject();
        } catch (JsonException | IllegalStateException e) {
            if (!answer.isSuccess()) {
                throw new UpperRefusal(answer.status() + " without a word of TC609");
            }
            throw new UpperAway("answered " + answer.status() + " with something else than TC609");
        }
    }
}
