package org.computility.shared.rest;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

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
        String requestId = RequestId.of(request);
        return answer(failures.of(thrown, requestId, RequestId.isAnswering(request)), Family.of(uri), requestId);
    }

    private static Response answer(Failure failure, Family family, String requestId) {
        Response.ResponseBuilder answer =
                Response.status(failure.status()).type(family.failureType()).entity(family.body(failure, requestId));
        if (failure.status() == 401) {
            answer.header("WWW-Authenticate", "Bearer");
        }
        if (failure.retryAfter() != null) {
            answer.header("Retry-After", Math.max(1, failure.retryAfter().toSeconds()));
        }
        return answer.build();
    }
}
