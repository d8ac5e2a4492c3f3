package org.computility.operations.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Objects;
import org.computility.operations.BatchAdministration;
import org.computility.operations.RunList;
import org.computility.operations.RunSearch;
import org.computility.operations.RunStatus;
import org.computility.operations.RunView;
import org.computility.operations.declared.DeclaredJobs;
import org.computility.shared.NotFound;
import org.computility.shared.PageRequest;
import org.computility.shared.rest.Audited;
import org.computility.shared.rest.PageQuery;
import org.computility.shared.rest.Parameters;
import org.computility.shared.rest.contract.Shape;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;

/** Batch runs: read, started, stopped, restarted. */
@RequestScoped
@InFamily(Family.PLATFORM)
@Path("platform/v1/batch/runs")
@Produces(MediaType.APPLICATION_JSON)
public class BatchRunsResource {

    @EJB
    private BatchAdministration administration;

    @EJB
    private DeclaredJobs jobs;

    /** Which job is wanted, and what its run is told. */
    public record NewRun(String jobName, Map<String, String> parameters) {}

    @POST
    @Audited({"batch run {answer.id} of {jobName}", "job {jobName}"})
    @Shape("NewBatchRun")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response start(NewRun wanted) {
        Map<String, String> parameters = Objects.requireNonNullElse(wanted.parameters(), Map.of());
        return Response.status(Response.Status.CREATED)
                .entity(jobs.start(wanted.jobName(), parameters))
                .build();
    }

    @GET
    public RunList list(
            @QueryParam("jobName") String jobName,
            @QueryParam("status") String status,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @BeanParam PageQuery page) {
        RunSearch search = new RunSearch(
                Parameters.text(jobName),
                Parameters.oneOf(RunStatus.class, status),
                Parameters.instant("from", from),
                Parameters.instant("to", to));
        PageRequest part = page.request();
        return administration.list(search, part.number(), part.size());
    }

    @GET
    @Path("{id}")
    public RunView get(@PathParam("id") String id) {
        return administration.get(number(id));
    }

    @POST
    @Path("{id}/stop")
    @Audited
    public RunView stop(@PathParam("id") String id) {
        return administration.stop(number(id));
    }

    @POST
    @Path("{id}/restart")
    @Audited
    public RunView restart(@PathParam("id") String id) {
        return administration.restart(number(id));
    }

    /** A text that is no number names no run. */
    private static long number(String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException e) {
            throw new NotFound("run-unknown", "There is no batch run " + id + ".");
        }
    }
}
