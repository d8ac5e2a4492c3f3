package org.computility.jobs.online.rest;

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
import jakarta.ws.rs.core.MediaType;
import org.computility.jobs.JobFacts;
import org.computility.jobs.online.CallCounts;
import org.computility.jobs.online.JobCallsView;
import org.computility.jobs.register.JobEnding;
import org.computility.jobs.register.ServiceTasks;
import org.computility.shared.rest.Audited;
import org.computility.shared.rest.contract.Shape;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;

/** What is done to a job of any kind: stop and delete it; and to one that serves: scale it, and see who calls it. */
@RequestScoped
@InFamily(Family.PLATFORM)
@Path("/platform/v1/jobs/{id}")
@Produces(MediaType.APPLICATION_JSON)
public class JobControlResource {

    @EJB
    private JobEnding ending;

    @EJB
    private ServiceTasks services;

    @EJB
    private CallCounts calls;

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
}
