package org.computility.compute.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.computility.audit.AuditEntry;
import org.computility.audit.AuditNote;
import org.computility.compute.heartbeat.Keepalives;
import org.computility.identity.Caller;
import org.computility.identity.CurrentCaller;
import org.computility.shared.rest.RecordsItsChanges;
import org.computility.shared.rest.WithoutDatabase;
import org.computility.shared.rest.contract.Shape;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;

/**
 * Nodes stay (T/BAX 0006.5 B.3). One object for all calls, unlike other resources: tens of thousands of nodes call
 * twice a minute, and to make and fill an object each time would cost more than the call itself.
 */
@ApplicationScoped
@InFamily(Family.ACSMP)
@Path("/ACSMP/Keepalive")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class KeepaliveResource {

    private static final String ACTION = "POST /ACSMP/Keepalive";

    @Inject
    private Keepalives keepalives;

    @Inject
    private CurrentCaller caller;

    @Inject
    private AuditNote audit;

    /** Notes that the node is alive; answers a new token when it is time for one, else nothing. */
    @POST
    // Kept in memory until the database is back: nobody is silent because the database was away.
    @WithoutDatabase
    @RecordsItsChanges("compute {Code}")
    @Shape(value = "KeepaliveRequest", cleaned = true)
    public TokenData keepAlive(KeepaliveRequest request) {
        Caller device = caller.get();
        AuditEntry call = audit.entry(
                device.username(),
                device.organisationId(),
                ACTION,
                "compute " + request.code(),
                HttpServletResponse.SC_OK);
        return keepalives
                .accept(request.code(), device, caller.tokenEnds(), call)
                .map(TokenData::new)
                .orElse(null);
    }
}
