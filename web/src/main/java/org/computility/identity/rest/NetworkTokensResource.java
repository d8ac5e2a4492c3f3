package org.computility.identity.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.json.bind.annotation.JsonbTypeAdapter;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.computility.identity.login.Login;
import org.computility.identity.tokens.TokenView;
import org.computility.shared.StandardTime;
import org.computility.shared.rest.Audited;
import org.computility.shared.rest.Open;
import org.computility.shared.rest.contract.Shape;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;

/** Logging in as T/AI 123.8 has it (A.1). */
@RequestScoped
@InFamily(Family.NETWORK)
@Path("/auth/tokens")
@Produces(MediaType.APPLICATION_JSON)
public class NetworkTokensResource {

    @Inject
    private Login login;

    /** Table A.2. */
    public record NetworkTokenRequest(JsonValue authMethod, User user) {

        /** Table A.3. */
        public record User(String name, String password) {

            /** Without the password. */
            @Override
            public String toString() {
                return "User[" + name + "]";
            }
        }
    }

    /** Table A.4. */
    public record NetworkToken(
            String token,
            @JsonbTypeAdapter(StandardTime.Seconds.class) Instant expiresAt) {}

    @Open
    @POST
    @Audited(by = "user.name")
    @Shape("NetworkTokenRequest")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response obtain(NetworkTokenRequest request) {
        AuthMethod.requirePassword(request.authMethod());
        TokenView token = login.login(request.user().name(), request.user().password());
        return Response.ok(new NetworkToken(token.token(), token.expiresAt()))
                .header("Cache-Control", "no-store")
                .build();
    }
}
