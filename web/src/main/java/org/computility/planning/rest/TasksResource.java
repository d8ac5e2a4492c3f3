package org.computility.planning.rest;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.computility.planning.PlanView;
import org.computility.planning.TaskPlans;
import org.computility.planning.rest.reading.PlanRequests;
import org.computility.planning.rest.reading.TaskListRequest;
import org.computility.shared.rest.Audited;
import org.computility.shared.rest.NotAudited;
import org.computility.shared.rest.contract.Shape;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;

/** Task plans (T/BAX 0006.5 C.1 to C.7). */
@InFamily(Family.ACSMP)
@Path("/ACSMP/Tasks")
@Produces(MediaType.APPLICATION_JSON)
public class TasksResource {

    @Inject
    private TaskPlans plans;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Audited({"task plan {answer}", "task plan {Name}"})
    @Shape("TaskCreateRequest")
    public Long create(JsonObject request) {
        return plans.create(PlanRequests.newPlan(request));
    }

    @PUT
    @Path("{ID}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Audited("task plan {ID}")
    @Shape("TaskUpdateRequest")
    public void update(@PathParam("ID") String id, JsonObject request) {
        long planId = PlanId.read("ID", id);
        plans.update(planId, PlanRequests.change(planId, request));
    }

    @POST
    @Path("Search")
    @Consumes(MediaType.APPLICATION_JSON)
    @NotAudited
    @Shape(value = "TaskListRequest", emptyIsAbsent = true)
    public PlanList search(TaskListRequest request) {
        return PlanList.of(plans.search(request.search()), request.asked());
    }

    @GET
    @Path("{ID}")
    public PlanView get(@PathParam("ID") String id) {
        return plans.get(PlanId.read("ID", id));
    }

    @DELETE
    @Path("{ID}")
    @Audited("task plan {ID}")
    public void delete(@PathParam("ID") String id) {
        plans.delete(PlanId.read("ID", id));
    }

    @POST
    @Path("{ID}/Start")
    @Audited("task plan {ID}")
    public void start(@PathParam("ID") String id) {
        plans.start(PlanId.read("ID", id));
    }

    @POST
    @Path("{ID}/Stop")
    @Audited("task plan {ID}")
    public void stop(@PathParam("ID") String id) {
        plans.stop(PlanId.read("ID", id));
    }
}
