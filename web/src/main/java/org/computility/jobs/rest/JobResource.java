package org.computility.jobs.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.computility.jobs.JobFacts;
import org.computility.jobs.online.CallCounts;
import org.computility.jobs.online.JobCallsView;
import org.computility.jobs.register.JobEnding;
import org.computility.jobs.register.JobRegister;
import org.computility.jobs.register.ServiceTasks;
import org.computility.jobs.running.JobPlacementReasons;
import org.computility.jobs.running.JobPlacementView;
import org.computility.jobs.training.JobLogs;
import org.computility.jobs.training.LogPartView;
import org.computility.shared.Rejected;
import org.computility.shared.rest.Audited;
import org.computility.shared.rest.Parameters;
import org.computility.shared.rest.contract.Shape;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;

/**
 * One job of whatever kind: all that happened to it, why it waits, its log; stopping and deleting it; and of one that serves, its
 * replicas and its calls. One class has all of one job: a server that finds the class of a longer path looks into no other.
 */
@RequestScoped
@InFamily(Family.PLATFORM)
@Path("platform/v1/jobs/{id}")
@Produces(MediaType.APPLICATION_JSON)
public class JobResource {

    @EJB
    private JobRegister register;

    @EJB
    private JobLogs logs;

    @EJB
    private JobPlacementReasons reasons;

    @EJB
    private JobEnding ending;

    @EJB
    private ServiceTasks services;

    @EJB
    private CallCounts calls;

    @GET
    public JobView detail(@PathParam("id") String id) {
        return JobView.of(register.story(id, null));
    }

    @GET
    @Path("placement")
    public JobPlacementView placement(@PathParam("id") String id) {
        return reasons.of(id);
    }

    @GET
    @Path("tasks/{taskId}/log")
    public LogPartView log(
            @PathParam("id") String id, @PathParam("taskId") String taskId, @QueryParam("offset") String offset) {
        return logs.part(id, taskId, offset(offset));
    }

    @POST
    @Path("stop")
    @Audited("job {id}")
    public JobStateView stop(@PathParam("id") String id) {
        return JobStateView.of(ending.stop(id, null));
    }

    @DELETE
    @Audited("job {id}")
    public void delete(@PathParam("id") String id) {
        ending.delete(id, null);
    }

    @PUT
    @Path("replicas")
    @Consumes(MediaType.APPLICATION_JSON)
    @Audited("job {id}")
    @Shape("JobReplicas")
    public JobStateView scale(@PathParam("id") String id, ReplicasRequest request) {
        JobFacts job = services.scale(id, request.replicas());
        return JobStateView.of(job);
    }

    @GET
    @Path("calls")
    public JobCallsView calls(@PathParam("id") String id) {
        return calls.of(id);
    }

    private static long offset(String text) {
        if (Parameters.text(text) == null) {
            return 0;
        }
        long offset = Long.parseLong(text);
        if (offset < 0) {
            throw new Rejected("member-invalid", "offset", "offset counts bytes from 0.");
        }
        return offset;
    }
}
