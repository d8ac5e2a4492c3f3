package org.computility.compute.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.computility.compute.TokenData;
import org.computility.compute.heartbeat.KeepaliveRequest;
import org.computility.compute.heartbeat.Keepalives;
import org.computility.identity.CurrentCaller;
import org.computility.identity.TokenRenewals;
import org.computility.shared.rest.NotAudited;
import org.computility.shared.rest.contract.Shape;

/**
 * Nodes stay (T/BAX 0006.5 B.3). One object for all calls, unlike other resources: tens of thousands of nodes call twice a
 * minute, and making and filling one each time would cost more than what it does.
 */
@ApplicationScoped
@Path("/ACSMP/Keepalive")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class KeepaliveResource {

    @Inject
    private Keepalives keepalives;

    @Inject
    private TokenRenewals renewals;

    @Inject
    private CurrentCaller caller;

    /** Notes that the node is alive; answers a new token when it is time for one, else nothing. */
    @POST
    @NotAudited
    @Shape("KeepaliveRequest")
    public TokenData keepAlive(KeepaliveRequest request) {
        keepalives.accept(request.code(), caller.get());
        return renewals.due(caller.get(), caller.tokenEnds())
                .map(TokenData::new)
                .orElse(null);
    }
}
