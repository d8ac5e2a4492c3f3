package org.computility.jobs.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.computility.jobs.JobSearch;
import org.computility.jobs.JobStatus;
import org.computility.jobs.register.JobRegister;
import org.computility.jobs.running.JobPlacementReasons;
import org.computility.jobs.running.JobPlacementView;
import org.computility.jobs.training.JobLogs;
import org.computility.jobs.training.LogPartView;
import org.computility.shared.Rejected;
import org.computility.shared.rest.Listing;
import org.computility.shared.rest.PageQuery;
import org.computility.shared.rest.Parameters;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;

/** Jobs of every kind, with all that happened to them. */
@RequestScoped
@InFamily(Family.PLATFORM)
@Path("/platform/v1/jobs")
@Produces(MediaType.APPLICATION_JSON)
public class JobsResource {

    @EJB
    private JobRegister register;

    @EJB
    private JobLogs logs;

    @EJB
    private JobPlacementReasons reasons;

    @GET
    public Listing<JobView> search(
            @QueryParam("keyword") String keyword,
            @QueryParam("status") String status,
            @QueryParam("centerId") String centerId,
            @BeanParam PageQuery page) {
        JobSearch search = new JobSearch(
                null,
                Parameters.text(keyword),
                Parameters.oneOf(JobStatus.class, status),
                Parameters.text(centerId),
                null,
                null,
                null);
        return Listing.of(register.stories(search, page.request()).map(JobView::of));
    }

    @GET
    @Path("{id}")
    public JobView detail(@PathParam("id") String id) {
        return JobView.of(register.story(id, null));
    }

    @GET
    @Path("{id}/placement")
    public JobPlacementView placement(@PathParam("id") String id) {
        return reasons.of(id);
    }

    @GET
    @Path("{id}/tasks/{taskId}/log")
    public LogPartView log(
            @PathParam("id") String id, @PathParam("taskId") String taskId, @QueryParam("offset") String offset) {
        return logs.part(id, taskId, offset(offset));
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
