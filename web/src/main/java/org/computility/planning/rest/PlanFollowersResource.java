package org.computility.planning.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.computility.planning.followers.FollowersView;
import org.computility.planning.followers.PlanFollowers;
import org.computility.shared.rest.PageQuery;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;

/** Who looked at what a plan found. */
@InFamily(Family.PLATFORM)
@Path("platform/v1/plans/{id}/followers")
@Produces(MediaType.APPLICATION_JSON)
public class PlanFollowersResource {

    @Inject
    private PlanFollowers followers;

    @GET
    public FollowersView list(@PathParam("id") String id, @BeanParam PageQuery page) {
        return followers.of(PlanId.read("id", id), page.request());
    }
}
