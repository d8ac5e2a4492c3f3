package org.computility.planning.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.computility.planning.TaskPlans;
import org.computility.planning.runs.InstanceRunView;
import org.computility.shared.rest.Listing;
import org.computility.shared.rest.PageQuery;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;

/** What ran when, of one plan. */
@InFamily(Family.PLATFORM)
@Path("platform/v1/plans/{id}/runs")
@Produces(MediaType.APPLICATION_JSON)
public class PlanRunsResource {

    @Inject
    private TaskPlans plans;

    @GET
    public Listing<InstanceRunView> list(@PathParam("id") String id, @BeanParam PageQuery page) {
        return Listing.of(plans.runs(PlanId.read("id", id), page.request()));
    }
}
