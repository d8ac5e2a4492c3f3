package org.computility.shared.rest.contract;

import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import org.computility.shared.rest.contract.body.AbsentMembers;
import org.computility.shared.rest.contract.body.JsonBody;
import org.computility.shared.rest.contract.coding.ContentCoding;

/**
 * Holds JSON bodies against the {@link Shape} of one method, before it is called. A GET without a body is taken as if
 * it came with an empty object.
 */
@Priority(Priorities.ENTITY_CODER)
final class ShapeFilter implements ContainerRequestFilter {

    private static final int LARGEST_BODY = 16 * 1024 * 1024;

    private final String schema;
    private final AbsentMembers absent;
    private final boolean cleaned;
    private final boolean keepsNumbers;

    /** @param keepsNumbers whether numbers stay as they are written, for methods that keep the document */
    ShapeFilter(Shape shape, boolean keepsNumbers) {
        schema = shape.value();
        absent = new AbsentMembers(shape.emptyIsAbsent());
        cleaned = shape.cleaned();
        this.keepsNumbers = keepsNumbers;
    }

    @Override
    public void filter(ContainerRequestContext call) throws IOException {
        JsonBody sent = read(call);
        JsonBody body = (cleaned ? sent.cleaned() : sent).without(absent);
        Contract.SHAPES.check(schema, body.value());
        CheckedBody.keep(call, body.value());
        call.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
        // Of values that were checked: other numbers may be too large to be asked about.
        call.setEntityStream((keepsNumbers ? body : body.withPlainNumbers()).stream());
    }

    private static JsonBody read(ContainerRequestContext call) throws IOException {
        // Decoded, so that a small body cannot become a large one.
        byte[] bytes = ContentCoding.decoded(call, LARGEST_BODY + 1);
        if (bytes.length > LARGEST_BODY) {
            throw new WebApplicationException(413);
        }
        return bytes.length == 0 && call.getMethod().equals(HttpMethod.GET)
                ? JsonBody.empty()
                : JsonBody.read(bytes, call.getMediaType());
    }
}
