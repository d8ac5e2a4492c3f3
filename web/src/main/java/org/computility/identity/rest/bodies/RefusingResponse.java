package org.computility.identity.rest.bodies;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.computility.shared.rest.errors.ErrorServlet;

/** Answers errors by itself: Payara calls no error page for a request that goes on by a dispatch. */
final class RefusingResponse extends HttpServletResponseWrapper {

    private final HttpServletRequest request;

    RefusingResponse(HttpServletRequest request, HttpServletResponse response) {
        super(response);
        this.request = request;
    }

    @Override
    public void sendError(int status) throws IOException {
        if (!isCommitted()) {
            reset();
            ErrorServlet.refuse(request, (HttpServletResponse) getResponse(), status);
        }
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        sendError(status);
    }
}
