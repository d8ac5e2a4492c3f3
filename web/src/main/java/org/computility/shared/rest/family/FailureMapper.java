package org.computility.shared.rest.family;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.computility.shared.rest.RequestId;

/** Turns everything thrown into the refusal of the family that was called. Nothing of the inside leaks. */
@Provider
public class FailureMapper implements ExceptionMapper<Throwable> {

    @Context
    private UriInfo uri;

    @Context
    private HttpServletRequest request;

    @Inject
    private Failures failures;

    @Override
    public Response toResponse(Throwable thrown) {
        // RESTEasy answers OPTIONS by an exception that carries the finished response.
        if (thrown instanceof WebApplicationException web && web.getResponse().getStatus() < 400) {
            return web.getResponse();
        }
        Family family = Family.of(request, uri);
        String requestId = RequestId.of(request);
        Failure failure = failures.of(thrown, family, requestId, RequestId.isAnswering(request));
        // Null leaves the header out.
        return answer(failure, family, requestId)
                .header(HttpHeaders.ALLOW, allowed(thrown))
                .build();
    }

    private static String allowed(Throwable thrown) {
        return thrown instanceof NotAllowedException refused
                ? refused.getResponse().getHeaderString(HttpHeaders.ALLOW)
                : null;
    }

    private static Response.ResponseBuilder answer(Failure failure, Family family, String requestId) {
        int status = family.status(failure);
        Response.ResponseBuilder answer =
                Response.status(status).type(family.refusalType()).entity(family.refusal(failure, requestId));
        if (status == 401) {
            answer.header("WWW-Authenticate", "Bearer");
        }
        if (failure.retryAfter() != null) {
            answer.header("Retry-After", Math.max(1, failure.retryAfter().toSeconds()));
        }
        return answer;
    }
}
