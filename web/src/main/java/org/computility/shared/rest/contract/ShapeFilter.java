package org.computility.shared.rest.contract;

import static org.computility.shared.JsonSupport.JSON;

import jakarta.annotation.Priority;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.computility.shared.Rejected;

/**
 * Holds JSON bodies against the {@link Shape} of the method called, before it is called. A GET that comes without a body
 * is taken for one with an empty object.
 */
@Provider
@Priority(Priorities.ENTITY_CODER)
public class ShapeFilter implements ContainerRequestFilter {

    private static final int LARGEST_BODY = 16 * 1024 * 1024;

    @Context
    private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext call) throws IOException {
        Shape shape = resource.getResourceMethod() == null
                ? null
                : resource.getResourceMethod().getAnnotation(Shape.class);
        if (shape == null) {
            return;
        }
        JsonValue body = withoutNulls(read(call.getEntityStream(), call.getMethod()));
        Holder.SHAPES.check(shape.value(), body);
        call.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
        call.setEntityStream(new ByteArrayInputStream(body.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static JsonValue read(InputStream stream, String method) throws IOException {
        byte[] bytes = stream.readNBytes(LARGEST_BODY + 1);
        if (bytes.length > LARGEST_BODY) {
            throw new WebApplicationException(413);
        }
        if (bytes.length == 0 && method.equals(HttpMethod.GET)) {
            return JsonValue.EMPTY_JSON_OBJECT;
        }
        try (JsonReader reader =
                JSON.createReader(new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8))) {
            return reader.readValue();
        } catch (JsonException | IllegalStateException e) {
            throw new Rejected("body-not-json", "The body is not JSON: " + e.getMessage());
        }
    }

    private static JsonValue withoutNulls(JsonValue value) {
        if (!(value instanceof JsonObject object)) {
            return value;
        }
        JsonObjectBuilder kept = JSON.createObjectBuilder();
        object.forEach((name, member) -> {
            if (member != JsonValue.NULL) {
                kept.add(name, withoutNulls(member));
            }
        });
        return kept.build();
    }

    /** Read at the first request, not at every instance of the filter. */
    private static final class Holder {
        private static final Shapes SHAPES = new Shapes(ApiDescription.read());
    }
}
