package org.computility.audit.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.computility.audit.AuditQuery;
import org.computility.audit.AuditRecordView;
import org.computility.audit.AuditTrail;
import org.computility.audit.AuditVerification;
import org.computility.shared.rest.Listing;
import org.computility.shared.rest.PageQuery;
import org.computility.shared.rest.Parameters;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;

/** The audit trail, read. */
@RequestScoped
@InFamily(Family.PLATFORM)
@Path("platform/v1/audit")
@Produces(MediaType.APPLICATION_JSON)
public class AuditResource {

    @EJB
    private AuditTrail trail;

    @GET
    public Listing<AuditRecordView> search(
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("account") String account,
            @QueryParam("action") String action,
            @QueryParam("outcome") String outcome,
            @QueryParam("requestId") String requestId,
            @BeanParam PageQuery page) {
        AuditQuery query = new AuditQuery(
                Parameters.instant("from", from),
                Parameters.instant("to", to),
                Parameters.text(account),
                Parameters.text(action),
                Parameters.number(outcome),
                Parameters.text(requestId));
        return Listing.of(trail.search(query, page.request()));
    }

    @GET
    @Path("verify")
    public AuditVerification verify() {
        return trail.verify();
    }
}
