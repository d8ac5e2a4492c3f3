package org.computility.identity.rest;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.List;
import org.computility.identity.CurrentCaller;
import org.computility.identity.IssuedToken;
import org.computility.identity.tokens.KnownTokens;
import org.computility.shared.Unauthenticated;
import org.computility.shared.rest.Open;
import org.computility.shared.rest.family.Family;

/**
 * Every operation but those marked {@link Open} needs a token, in a header of its family or as a bearer; or an application's key that opens the
 * operation.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class TokenFilter implements ContainerRequestFilter {

    @Context
    private ResourceInfo resource;

    @Inject
    private KnownTokens tokens;

    @Inject
    private CurrentCaller current;

    @Override
    public void filter(ContainerRequestContext call) {
        // OPTIONS is refused like any method that a path does not take, token or not.
        if (isOpen(resource) || call.getMethod().equals("OPTIONS")) {
            return;
        }
        List<String> headers = Family.of(call).tokenHeaders();
        String token = ShownToken.of(headers, call::getHeaderString);
        if (token == null) {
            throw new Unauthenticated(
                    "token-missing", "Send the token in " + String.join(" or ", headers) + " or as a bearer.");
        }
        IssuedToken shown = tokens.shown(token);
        current.set(shown);
        call.setSecurityContext(
                new CallerContext(shown.caller(), call.getSecurityContext().isSecure()));
        // The caller is known by now: the audit record of a refusal names the account.
        KeyAdmission.admit(shown, resource.getResourceMethod());
    }

    private static boolean isOpen(ResourceInfo resource) {
        Method method = resource.getResourceMethod();
        return method == null
                || method.isAnnotationPresent(Open.class)
                || resource.getResourceClass().isAnnotationPresent(Open.class);
    }
}
