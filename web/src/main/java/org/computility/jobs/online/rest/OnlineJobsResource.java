package org.computility.jobs.online.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.computility.jobs.online.OnlineJobView;
import org.computility.jobs.online.OnlineJobs;
import org.computility.shared.rest.Audited;
import org.computility.shared.rest.contract.Shape;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;

/** Online service jobs (T/AI 123.8 A.15). */
@RequestScoped
@InFamily(Family.NETWORK)
@Path("/onlineJob")
@Produces(MediaType.APPLICATION_JSON)
public class OnlineJobsResource {

    @EJB
    private OnlineJobs jobs;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Audited("online job {jobName}")
    @Shape("OnlineJobRequest")
    public OnlineJobView create(OnlineJobRequest request) {
        return jobs.create(request.job());
    }
}
