package org.computility.identity.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.computility.identity.CurrentCaller;
import org.computility.identity.login.Login;
import org.computility.identity.tokens.TokenAdministration;
import org.computility.shared.rest.Audited;
import org.computility.shared.rest.Open;
import org.computility.shared.rest.contract.Shape;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;

/** Logging in and out. */
@RequestScoped
@InFamily(Family.PLATFORM)
@Path("platform/v1/tokens")
@Produces(MediaType.APPLICATION_JSON)
public class TokensResource {

    @Inject
    private Login login;

    @EJB
    private TokenAdministration tokens;

    @Inject
    private CurrentCaller caller;

    /** A name and its password. */
    public record LoginRequest(String username, String password) {

        /** Without the password. */
        @Override
        public String toString() {
            return "LoginRequest[" + username + "]";
        }
    }

    @Open
    @POST
    @Audited(by = "username")
    @Shape("LoginRequest")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response login(LoginRequest request) {
        return Response.status(Response.Status.CREATED)
                .header("Cache-Control", "no-store")
                .entity(login.login(request.username(), request.password()))
                .build();
    }

    @DELETE
    @Audited
    @Path("current")
    public void logout(@Context HttpHeaders headers) {
        tokens.revoke(caller.get(), ShownToken.of(Family.PLATFORM.tokenHeaders(), headers::getHeaderString));
    }
}
