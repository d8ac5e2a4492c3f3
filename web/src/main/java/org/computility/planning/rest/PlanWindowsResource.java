package org.computility.planning.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.computility.planning.PlanWindowsView;
import org.computility.planning.TaskPlans;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;

/** When a plan opens and closes. */
@InFamily(Family.PLATFORM)
@Path("platform/v1/plans/{id}/windows")
@Produces(MediaType.APPLICATION_JSON)
public class PlanWindowsResource {

    @Inject
    private TaskPlans plans;

    @GET
    public PlanWindowsView get(@PathParam("id") String id) {
        return plans.windows(PlanId.read("id", id));
    }
}
