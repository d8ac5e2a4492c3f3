package org.computility.client.wire;

import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.json.bind.Jsonb;
import jakarta.json.spi.JsonProvider;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.client.Invocation;
import jakarta.ws.rs.client.WebTarget;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringReader;
import java.lang.reflect.Type;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.computility.client.ComputilityException;

/** HTTP, the shapes of answers, and the one way to fail. */
public final class Transport {

    private static final String REQUEST_ID = "X-Request-ID";

    private final Client client;
    private final Jsonb json;
    private final JsonProvider provider = JsonProvider.provider();
    private final URI base;
    private final String token;
    private final Map<String, String> headers;

    public Transport(Client client, Jsonb json, URI base, String token) {
        this(client, json, base, token, Map.of());
    }

    private Transport(Client client, Jsonb json, URI base, String token, Map<String, String> headers) {
        this.client = client;
        this.json = json;
        this.base = base;
        this.token = token;
        this.headers = headers;
    }

    public Transport withToken(String newToken) {
        return new Transport(client, json, base, newToken, headers);
    }

    /** The same with this header, too. */
    public Transport withHeader(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new Transport(client, json, base, token, Map.copyOf(more));
    }

    /** A name as one segment of a path, whatever it holds. */
    public static String segment(String name) {
        return UriBuilder.fromPath("{name}").build(name).toString();
    }

    /** A call that asks for nothing but its success. */
    public void tell(Family family, String method, String path, Object body) {
        success(family, send(family, method, path, Map.of(), entity(body)));
    }

    /** A call without parameters: what the family answers, out of its envelope. */
    public <T> T call(Family family, String method, String path, Object body, Type type) {
        return call(family, method, path, Map.of(), body, type);
    }

    /** A call with parameters. */
    public <T> T call(Family family, String method, String path, Map<String, ?> query, Object body, Type type) {
        return data(family, send(family, method, path, query, entity(body)), type);
    }

    public void upload(Family family, String path, Entity<?> multipart) {
        success(family, send(family, "POST", path, Map.of(), multipart));
    }

    /** A value as a text of JSON, for a part of a form. */
    public String json(Object value) {
        return json.toJson(value);
    }

    /** A body of any kind: what the family answers. */
    public <T> T send(Family family, String path, Entity<?> body, Type type) {
        return data(family, send(family, "POST", path, Map.of(), body), type);
    }

    private <T> T data(Family family, Answer answer, Type type) {
        String data = success(family, answer);
        if (data.isBlank()) {
            throw answer.garbled(null);
        }
        try {
            return json.fromJson(data, type);
        } catch (RuntimeException e) {
            // Not only JsonbException: the parser complains of deep nesting by a RuntimeException without a type.
            throw answer.garbled(e);
        }
    }

    /** The data as JSON, blank when there are none. */
    private static String success(Family family, Answer answer) {
        if (family.isBare()) {
            if (!answer.isSuccess()) {
                throw answer.refusal(family, answer.object());
            }
            return answer.text();
        }
        JsonObject envelope = answer.object();
        if (!answer.isSuccess() || !family.isSuccess(envelope)) {
            throw answer.refusal(family, envelope);
        }
        JsonValue data = family.data(envelope);
        return data == JsonValue.NULL ? "" : data.toString();
    }

    private Entity<?> entity(Object body) {
        return body == null ? null : Entity.entity(json.toJson(body), MediaType.APPLICATION_JSON_TYPE);
    }

    /**
     * A call whose answer comes event by event: the data of each, until the last. An answer that came whole goes to {@code
     * whole}.
     */
    public void listen(Family family, String path, Object body, Consumer<String> event, Consumer<JsonObject> whole) {
        WebTarget target = client.target(base).path(path);
        Invocation.Builder request = request(family, target, MediaType.SERVER_SENT_EVENTS_TYPE);
        try (Response response = request.post(entity(body))) {
            if (MediaType.SERVER_SENT_EVENTS_TYPE.isCompatible(response.getMediaType())) {
                listen(family, path, response, event);
            } else {
                whole.accept(data(family, answer("POST " + path, response), JsonObject.class));
            }
        } catch (ProcessingException e) {
            throw unreachable("POST", target, e);
        }
    }

    /** Writes the bytes that are answered; the stream stays open. */
    public void fetch(Family family, String path, OutputStream to) {
        WebTarget target = client.target(base).path(path);
        Invocation.Builder request = request(family, target, MediaType.WILDCARD_TYPE);
        try (Response response = request.get()) {
            if (response.getStatusInfo().getFamily() != Response.Status.Family.SUCCESSFUL) {
                success(family, answer("GET " + path, response));
            }
            response.readEntity(InputStream.class).transferTo(to);
        } catch (ProcessingException | IOException e) {
            throw unreachable("GET", target, e);
        }
    }

    private void listen(Family family, String path, Response response, Consumer<String> event) {
        EventStream events = new EventStream(response.readEntity(InputStream.class));
        try {
            for (var next = events.next(); next.isPresent(); next = events.next()) {
                if (next.get().name().equals("error")) {
                    Answer end = new Answer(
                            "POST " + path,
                            response.getStatus(),
                            response.getHeaderString(REQUEST_ID),
                            next.get().data());
                    throw end.refusal(family, end.object());
                }
                event.accept(next.get().data());
            }
        } catch (IOException e) {
            throw new ProcessingException(e);
        }
    }

    private Answer send(Family family, String method, String path, Map<String, ?> query, Entity<?> body) {
        WebTarget target = client.target(base).path(path);
        for (Map.Entry<String, ?> parameter : query.entrySet()) {
            // As a template's value: otherwise Jersey would take braces for a template, and would leave text that looks
            // encoded.
            target = target.queryParam(parameter.getKey(), "{" + parameter.getKey() + "}")
                    .resolveTemplate(parameter.getKey(), parameter.getValue());
        }
        Invocation.Builder request = request(family, target, MediaType.APPLICATION_JSON_TYPE, MediaType.WILDCARD_TYPE);
        if (family.isSigned() && token != null) {
            String text = body == null ? "" : body.getEntity().toString();
            request.header("sign", RequestSign.of(token, method, target.getUri(), text));
        }
        try (Response response = body == null ? request.method(method) : request.method(method, body)) {
            return answer(method + " " + path, response);
        } catch (ProcessingException e) {
            throw unreachable(method, target, e);
        }
    }

    private Invocation.Builder request(Family family, WebTarget target, MediaType... types) {
        Invocation.Builder request = target.request(types);
        headers.forEach(request::header);
        return token == null ? request : request.header(family.tokenHeader(), token);
    }

    private Answer answer(String call, Response response) {
        return new Answer(
                call, response.getStatus(), response.getHeaderString(REQUEST_ID), response.readEntity(String.class));
    }

    private static ComputilityException unreachable(String method, WebTarget target, Exception cause) {
        String why = "%s %s: %s".formatted(method, target.getUri(), cause.getMessage());
        return new ComputilityException(0, "unreachable", why, null, cause);
    }

    /** What came back, not yet understood. */
    private final class Answer {

        private final String call;
        private final int status;
        private final String requestId;
        private final String text;

        Answer(String call, int status, String requestId, String text) {
            this.call = call;
            this.status = status;
            this.requestId = requestId;
            this.text = text;
        }

        String text() {
            return text;
        }

        boolean isSuccess() {
            return status / 100 == 2;
        }

        JsonObject object() {
            try (JsonReader reader = provider.createReader(new StringReader(text))) {
                return reader.readObject();
            } catch (RuntimeException e) {
                throw garbled(e);
            }
        }

        ComputilityException refusal(Family family, JsonObject refusal) {
            String message = family.message(refusal, call + " was answered with " + status);
            // Where an answer had begun already, only its end knows how it ended.
            int told = isSuccess() ? refusal.getInt("status", status) : status;
            return new ComputilityException(
                    told, family.code(refusal, "" + status), message, Family.requestId(refusal, requestId), null);
        }

        ComputilityException garbled(Exception cause) {
            String what = call + " was answered with " + status + " and something that makes no sense";
            return new ComputilityException(status, "garbled", what, null, cause);
        }
    }
}
