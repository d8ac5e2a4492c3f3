package org.computility.jobs.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.computility.jobs.training.JobLog;
import org.computility.jobs.training.JobLogs;
import org.computility.jobs.training.LogUse;
import org.computility.shared.NotFound;
import org.computility.shared.rest.Open;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;

/** Logs of tasks, for whoever shows a signed link (T/AI 123.8 A.11). */
@RequestScoped
@InFamily(Family.PLATFORM)
@Path("/platform/v1/job-logs/{taskId}/{use}")
public class JobLogsResource {

    @EJB
    private JobLogs logs;

    @GET
    @Open
    public Response read(
            @PathParam("taskId") String taskId,
            @PathParam("use") String use,
            @QueryParam("expires") String expires,
            @QueryParam("signature") String signature) {
        LogUse wanted =
                LogUse.named(use).orElseThrow(() -> new NotFound("path-unknown", "There is nothing at this path."));
        JobLog log = logs.linked(taskId, wanted, expires, signature);
        Response.ResponseBuilder answer = Response.ok((StreamingOutput) out -> logs.copy(log, out));
        if (wanted == LogUse.SAVE) {
            return answer.type(LogUse.SAVE.contentType())
                    .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + taskId + ".log\"")
                    .build();
        }
        // What a job prints is shown as text, whatever it looks like.
        return answer.type(wanted.contentType() + ";charset=UTF-8")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
