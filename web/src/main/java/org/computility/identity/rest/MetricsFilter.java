package org.computility.identity.rest;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.computility.shared.BusinessFailure;
import org.computility.shared.rest.errors.ErrorServlet;

/**
 * The door of {@code /metrics}, where Payara tells what goes on inside the server: open to whom {@link MetricsDoor} admits. It is
 * mapped in {@code web.xml}.
 */
public class MetricsFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient MetricsDoor door;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            door.admit(request::getHeader);
        } catch (BusinessFailure e) {
            ErrorServlet.refuse(request, response, e);
            return;
        }
        chain.doFilter(request, response);
    }
}
