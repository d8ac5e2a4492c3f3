package org.computility.identity.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import org.computility.identity.login.Login;
import org.computility.identity.tokens.TokenView;
import org.computility.shared.rest.Audited;
import org.computility.shared.rest.Open;
import org.computility.shared.rest.contract.Shape;
import org.computility.shared.rest.family.Envelope;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;

/** Logging in as TC609 has it (A.1). */
@RequestScoped
@InFamily(Family.MONITORING)
@Path("/api/token")
@Produces(MediaType.APPLICATION_JSON)
public class MonitoringTokensResource {

    private static final int SUCCESS = 200;

    @Inject
    private Login login;

    @Inject
    private Clock clock;

    /** Table A.1-1. */
    public record MonitoringTokenRequest(String username, String password) {

        /** Without the password. */
        @Override
        public String toString() {
            return "MonitoringTokenRequest[" + username + "]";
        }
    }

    /** Table A.1-2, where the token stands beside the code. */
    @JsonbPropertyOrder({"code", "msg", "token", "expiresIn"})
    public record MonitoringToken(int code, String msg, String token, long expiresIn) implements Envelope {

        /** Without the token. */
        @Override
        public String toString() {
            return "MonitoringToken[" + expiresIn + " s]";
        }
    }

    @Open
    @POST
    @Audited(by = "username")
    @Shape("MonitoringTokenRequest")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response obtain(MonitoringTokenRequest request) {
        TokenView token = login.login(request.username(), request.password());
        long seconds = Duration.between(clock.instant(), token.expiresAt()).toSeconds();
        return Response.ok(new MonitoringToken(SUCCESS, "success", token.token(), seconds))
                .header("Cache-Control", "no-store")
                .build();
    }
}
