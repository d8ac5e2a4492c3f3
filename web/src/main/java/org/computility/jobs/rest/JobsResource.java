package org.computility.jobs.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.computility.jobs.JobSearch;
import org.computility.jobs.JobStatus;
import org.computility.jobs.register.JobRegister;
import org.computility.shared.rest.Listing;
import org.computility.shared.rest.PageQuery;
import org.computility.shared.rest.Parameters;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;

/** Jobs of every kind, with all that happened to them. One of them has a class of its own. */
@RequestScoped
@InFamily(Family.PLATFORM)
@Path("/platform/v1/jobs")
@Produces(MediaType.APPLICATION_JSON)
public class JobsResource {

    @EJB
    private JobRegister register;

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
}
