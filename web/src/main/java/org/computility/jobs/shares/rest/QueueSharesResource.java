package org.computility.jobs.shares.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.computility.jobs.shares.NewShare;
import org.computility.jobs.shares.QueueSharing;
import org.computility.jobs.shares.ShareView;
import org.computility.shared.rest.Audited;
import org.computility.shared.rest.Listing;
import org.computility.shared.rest.PageQuery;
import org.computility.shared.rest.Parameters;
import org.computility.shared.rest.contract.Shape;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;

/** What organisations are due of the network. */
@RequestScoped
@InFamily(Family.PLATFORM)
@Path("platform/v1/jobs/shares")
@Produces(MediaType.APPLICATION_JSON)
public class QueueSharesResource {

    @EJB
    private QueueSharing shares;

    @GET
    public Listing<ShareView> list(@BeanParam PageQuery page) {
        return Listing.of(shares.page(page.request()));
    }

    @PUT
    @Path("{organisationId}")
    @Audited("queue share of organisation {organisationId}")
    @Shape("NewQueueShare")
    @Consumes(MediaType.APPLICATION_JSON)
    public ShareView set(@PathParam("organisationId") String organisationId, NewShare wanted) {
        return shares.set(Parameters.uuid("organisationId", organisationId), wanted);
    }

    @DELETE
    @Path("{organisationId}")
    @Audited("queue share of organisation {organisationId}")
    public void remove(@PathParam("organisationId") String organisationId) {
        shares.remove(Parameters.uuid("organisationId", organisationId));
    }
}
