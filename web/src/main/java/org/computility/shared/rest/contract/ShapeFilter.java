package org.computility.shared.rest.contract;

import jakarta.annotation.Priority;
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
import java.io.IOException;
import java.io.InputStream;

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
        JsonBody body =
                read(call.getEntityStream(), call.getMethod()).without(new AbsentMembers(shape.emptyIsAbsent()));
        Holder.SHAPES.check(shape.value(), body.value());
        call.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
        call.setEntityStream(body.stream());
    }

    private static JsonBody read(InputStream stream, String method) throws IOException {
        byte[] bytes = stream.readNBytes(LARGEST_BODY + 1);
        if (bytes.length > LARGEST_BODY) {
            throw new WebApplicationException(413);
        }
        return bytes.length == 0 && method.equals(HttpMethod.GET) ? JsonBody.empty() : JsonBody.read(bytes);
    }

    /** Read at the first request, not at every instance of the filter. */
    private static final class Holder {
        private static final Shapes SHAPES = new Shapes(ApiDescription.read());
    }
}
