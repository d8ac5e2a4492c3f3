package org.computility.planning.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.computility.planning.TaskInstances;
import org.computility.planning.dispatch.waiting.InstancePlacementView;
import org.computility.planning.rest.reading.InstanceNames;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;

/** Where a task instance is, or why it waits. */
@InFamily(Family.PLATFORM)
@Path("platform/v1/planning/instances/{id}/placement")
@Produces(MediaType.APPLICATION_JSON)
public class InstancePlacementResource {

    @Inject
    private TaskInstances instances;

    @GET
    public InstancePlacementView get(@PathParam("id") String id) {
        return instances.placement(InstanceNames.one("id", id));
    }
}
