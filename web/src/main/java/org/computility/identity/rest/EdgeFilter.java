package org.computility.identity.rest;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.computility.audit.AuditNote;
import org.computility.identity.CurrentCaller;
import org.computility.identity.passwords.RequestOrigin;
import org.computility.shared.rest.EdgeHeaders;
import org.computility.shared.rest.RequestId;

/**
 * Around every request, REST and console alike ({@code web.xml} puts this filter first): gives the request its number
 * and its answer the headers for browsers, tells the rooms where it comes from, and at its end forgets who called and for what, since the thread serves others
 * next. Behind a proxy the application server must be told to trust the proxy's forwarding headers; this application
 * trusts none by itself.
 */
public class EdgeFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    transient RequestOrigin origin;

    @Inject
    transient CurrentCaller caller;

    @Inject
    transient AuditNote audit;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String requestId = RequestId.ofOrGiven(request);
        response.setHeader(RequestId.HEADER, requestId);
        EdgeHeaders.add(request, response);
        origin.set(request.getRemoteAddr(), request.isSecure());
        audit.begin(request.getRemoteAddr(), requestId);
        try {
            chain.doFilter(request, response);
        } finally {
            origin.forget();
            caller.forget();
            audit.forget();
        }
    }
}
