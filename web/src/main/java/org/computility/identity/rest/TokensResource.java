package org.computility.identity.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.computility.audit.AuditNote;
import org.computility.identity.CurrentCaller;
import org.computility.identity.login.Login;
import org.computility.identity.tokens.TokenAdministration;
import org.computility.shared.rest.Open;
import org.computility.shared.rest.contract.Shape;

/** Logging in and out. */
@RequestScoped
@Path("platform/v1/tokens")
@Produces(MediaType.APPLICATION_JSON)
public class TokensResource {

    @Inject
    private Login login;

    @EJB
    private TokenAdministration tokens;

    @Inject
    private CurrentCaller caller;

    @Inject
    private AuditNote audit;

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
    @Shape("LoginRequest")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response login(LoginRequest request) {
        audit.by(request.username());
        return Response.status(Response.Status.CREATED)
                .header("Cache-Control", "no-store")
                .entity(login.login(request.username(), request.password()))
                .build();
    }

    @DELETE
    @Path("current")
    public void logout(@HeaderParam("X-Auth-Token") String token, @HeaderParam("Authorization") String authorization) {
        tokens.revoke(caller.get(), ShownToken.of(header -> header.equals("X-Auth-Token") ? token : authorization));
    }
}
