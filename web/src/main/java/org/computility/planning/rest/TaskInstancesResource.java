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
import org.computility.planning.TaskInstances;
import org.computility.planning.rest.reading.InstanceNames;
import org.computility.planning.rest.reading.InstanceRequests;
import org.computility.planning.rest.reading.TaskInstanceListRequest;
import org.computility.shared.rest.Audited;
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

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Audited("task plan {TaskID}")
    @Shape("CreateTaskInstancesRequest")
    public void add(JsonObject request) {
        instances.add(InstanceRequests.newInstances(request));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Audited("task instance {ID}")
    @Shape("AlgoTaskInfo")
    public void update(JsonObject request) {
        change(null, request);
    }

    @PUT
    @Path("{ID}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Audited("task instance {ID}")
    @Shape("AlgoTaskInfo")
    public void update(@PathParam("ID") String id, JsonObject request) {
        change(id, request);
    }

    @POST
    @Path("Search")
    @Consumes(MediaType.APPLICATION_JSON)
    @NotAudited
    @Shape(value = "TaskInstanceListRequest", emptyIsAbsent = true)
    public InstanceList search(TaskInstanceListRequest request) {
        return InstanceList.of(instances.search(request.search()), request.asked());
    }

    @GET
    @Path("{ID}")
    public JsonObject get(@PathParam("ID") String id) {
        return InstancePicture.wrapped(instances.get(InstanceNames.one("ID", id)));
    }

    @DELETE
    @Path("{ID}")
    @Audited("task instance {ID}")
    public void delete(@PathParam("ID") String id) {
        instances.delete(InstanceNames.one("ID", id));
    }

    @POST
    @Path("Start")
    @Consumes(MediaType.APPLICATION_JSON)
    @Audited("task instances {IDs}")
    @Shape("TaskInstanceIDs")
    public void start(JsonObject request) {
        instances.start(InstanceRequests.named(request));
    }

    @POST
    @Path("Stop")
    @Consumes(MediaType.APPLICATION_JSON)
    @Audited("task instances {IDs}")
    @Shape("TaskInstanceIDs")
    public void stop(JsonObject request) {
        instances.stop(InstanceRequests.named(request));
    }

    private void change(String pathId, JsonObject request) {
        instances.change(InstanceRequests.changed(pathId, request), InstanceRequests.change(request));
    }
}
