package org.computility.reporting.rest;

import jakarta.annotation.Priority;
import jakarta.ejb.EJB;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import org.computility.identity.rest.ShownToken;
import org.computility.reporting.signing.Signatures;
import org.computility.reporting.signing.SignedRequest;
import org.computility.shared.rest.family.Family;

/** Refuses what is not signed as it must be, before anybody reads the body: what was signed is the request as it came. */
@Signed
@Provider
@Priority(Priorities.AUTHORIZATION)
public class SignFilter implements ContainerRequestFilter {

    private static final int LARGEST_BODY = 16 * 1024 * 1024;
    private static final int TOO_LARGE = 413;

    @EJB
    private Signatures signatures;

    @Override
    public void filter(ContainerRequestContext call) throws IOException {
        byte[] body = call.getEntityStream().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            throw new WebApplicationException(TOO_LARGE);
        }
        call.setEntityStream(new ByteArrayInputStream(body));
        URI asSent = call.getUriInfo().getRequestUri();
        signatures.check(new SignedRequest(
                ShownToken.of(Family.MONITORING.tokenHeaders(), call::getHeaderString),
                call.getMethod(),
                asSent.getRawPath(),
                asSent.getRawQuery(),
                body,
                call.getHeaderString("sign"),
                call.getHeaderString("sign-time"),
                call.getHeaderString("sign-nonce")));
    }
}
