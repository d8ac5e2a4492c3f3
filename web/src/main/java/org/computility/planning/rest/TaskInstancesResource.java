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
import org.computility.audit.AuditNote;
import org.computility.planning.InstancePage;
import org.computility.planning.InstanceSearch;
import org.computility.planning.TaskInstances;
import org.computility.shared.rest.NotAudited;
import org.computility.shared.rest.contract.Shape;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;

/** Task instances (T/BAX 0006.5 C.8 to C.14); C.9's path lacks the ID, so it may also stand in the body. */
@InFamily(Family.ACSMP)
@Path("/ACSMP/TaskInstances")
@Produces(MediaType.APPLICATION_JSON)
public class TaskInstancesResource {

    @Inject
    private TaskInstances instances;

    @Inject
    private AuditNote audit;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Shape("CreateTaskInstancesRequest")
    public void add(JsonObject request) {
        audit.on("task plan " + request.get("TaskID"));
        instances.add(request);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Shape("AlgoTaskInfo")
    public void update(JsonObject request) {
        audit.on("task instance " + request.get("ID"));
        instances.update(null, request);
    }

    @PUT
    @Path("{ID}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Shape("AlgoTaskInfo")
    public void update(@PathParam("ID") String id, JsonObject request) {
        audit.on("task instance " + id);
        instances.update(id, request);
    }

    @POST
    @Path("Search")
    @Consumes(MediaType.APPLICATION_JSON)
    @NotAudited
    @Shape(value = "TaskInstanceListRequest", emptyIsAbsent = true)
    public InstancePage search(InstanceSearch request) {
        return instances.search(request);
    }

    @GET
    @Path("{ID}")
    public JsonObject get(@PathParam("ID") String id) {
        return instances.get(id);
    }

    @DELETE
    @Path("{ID}")
    public void delete(@PathParam("ID") String id) {
        audit.on("task instance " + id);
        instances.delete(id);
    }

    @POST
    @Path("Start")
    @Consumes(MediaType.APPLICATION_JSON)
    @Shape("TaskInstanceIDs")
    public void start(JsonObject request) {
        audit.on("task instances " + request.get("IDs"));
        instances.start(request.getJsonArray("IDs"));
    }

    @POST
    @Path("Stop")
    @Consumes(MediaType.APPLICATION_JSON)
    @Shape("TaskInstanceIDs")
    public void stop(JsonObject request) {
        audit.on("task instances " + request.get("IDs"));
        instances.stop(request.getJsonArray("IDs"));
    }
}
