package org.computility.jobs.training.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.computility.jobs.training.JobLogs;
import org.computility.jobs.training.LogLinkView;
import org.computility.jobs.training.StoppedJobView;
import org.computility.jobs.training.TrainingDetailView;
import org.computility.jobs.training.TrainingJobView;
import org.computility.jobs.training.TrainingJobs;
import org.computility.jobs.training.results.JobResults;
import org.computility.jobs.training.results.ResultArchive;
import org.computility.shared.rest.Audited;
import org.computility.shared.rest.contract.Shape;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;

/** Training jobs (T/AI 123.8 A.8 to A.14). */
@RequestScoped
@InFamily(Family.NETWORK)
@Path("/trainjob")
@Produces(MediaType.APPLICATION_JSON)
public class TrainingJobsResource {

    @EJB
    private TrainingJobs jobs;

    @EJB
    private JobLogs logs;

    @EJB
    private JobResults results;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Audited("training job {jobName}")
    @Shape("TrainingJobRequest")
    public TrainingJobView create(TrainingJobRequest request) {
        return jobs.create(request.job());
    }

    @GET
    public TrainingJobList list(@BeanParam TrainingJobQuery query) {
        return TrainingJobList.of(jobs.page(query.search(), query.request()));
    }

    @GET
    @Path("{id}")
    public TrainingDetailView detail(@PathParam("id") String id) {
        return jobs.detail(id);
    }

    @GET
    @Path("{id}/tasks/{taskId}/logs/url")
    public LogLinkView log(
            @PathParam("id") String id,
            @PathParam("taskId") String taskId,
            @QueryParam("contentType") String contentType) {
        return logs.link(id, taskId, contentType);
    }

    @POST
    @Path("{id}/stop")
    @Audited("training job {id}")
    public StoppedJobView stop(@PathParam("id") String id) {
        return jobs.stop(id);
    }

    @DELETE
    @Path("{id}")
    @Audited("training job {id}")
    public void delete(@PathParam("id") String id) {
        jobs.delete(id);
    }

    @GET
    @Path("{id}/download")
    @Produces({MediaType.APPLICATION_OCTET_STREAM, MediaType.APPLICATION_JSON})
    public Response download(@PathParam("id") String id) {
        ResultArchive archive = results.of(id);
        return Response.ok(
                        (StreamingOutput) out -> results.write(archive, out), MediaType.APPLICATION_OCTET_STREAM_TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + archive.name() + "\"")
                .build();
    }
}
