package org.computility.identity.rest;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.computility.identity.Role;
import org.computility.identity.tokens.KnownTokens;
import org.computility.shared.BusinessFailure;
import org.computility.shared.Denied;
import org.computility.shared.Unauthenticated;
import org.computility.shared.rest.errors.ErrorServlet;
import org.computility.shared.rest.family.Family;

/**
 * The door of {@code /metrics}, where Payara tells what goes on inside the server: for the tokens of people of the house only. It is
 * mapped in {@code web.xml}.
 */
public class MetricsFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient KnownTokens tokens;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            admit(ShownToken.of(Family.PLATFORM.tokenHeaders(), request::getHeader));
        } catch (BusinessFailure e) {
            ErrorServlet.refuse(request, response, e);
            return;
        }
        chain.doFilter(request, response);
    }

    private void admit(String token) {
        if (token == null) {
            throw new Unauthenticated("token-missing", "Send the token in X-Auth-Token or as a bearer.");
        }
        if (!tokens.caller(token).isOneOf(Role.WATCHERS)) {
            throw new Denied("role-missing", "This needs one of the roles " + Role.WATCHERS + ".");
        }
    }
}
