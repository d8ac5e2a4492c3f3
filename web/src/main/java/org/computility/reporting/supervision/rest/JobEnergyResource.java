package org.computility.reporting.supervision.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.computility.reporting.supervision.JobEnergy;
import org.computility.reporting.supervision.JobEnergyView;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;

/** What one job consumed. */
@RequestScoped
@InFamily(Family.PLATFORM)
@Path("platform/v1/jobs/{id}/energy")
@Produces(MediaType.APPLICATION_JSON)
public class JobEnergyResource {

    @EJB
    private JobEnergy energy;

    @GET
    public JobEnergyView get(@PathParam("id") String id) {
        return energy.of(id);
    }
}
