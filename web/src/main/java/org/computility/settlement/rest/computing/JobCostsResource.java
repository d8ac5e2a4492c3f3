package org.computility.settlement.rest.computing;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.computility.settlement.computing.costs.JobCostItemView;
import org.computility.settlement.computing.costs.JobCostView;
import org.computility.settlement.computing.costs.JobCosts;
import org.computility.shared.rest.Listing;
import org.computility.shared.rest.PageQuery;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;

/** What one job has cost. */
@RequestScoped
@InFamily(Family.PLATFORM)
@Path("platform/v1/jobs/{id}/costs")
@Produces(MediaType.APPLICATION_JSON)
public class JobCostsResource {

    @EJB
    private JobCosts costs;

    @GET
    public JobCostView cost(@PathParam("id") String id) {
        return costs.job(id);
    }

    @GET
    @Path("items")
    public Listing<JobCostItemView> items(@PathParam("id") String id, @BeanParam PageQuery page) {
        return Listing.of(costs.items(id, page.request()));
    }
}
