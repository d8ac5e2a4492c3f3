package org.computility.reporting.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.computility.reporting.centers.CenterListing;
import org.computility.reporting.centers.ReportedCenterRegistry;
import org.computility.shared.rest.Audited;
import org.computility.shared.rest.Parameters;
import org.computility.shared.rest.contract.Shape;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;

/** Computing centers (TC609 A.5 to A.7). */
@Signed
@RequestScoped
@InFamily(Family.MONITORING)
@Path("/api/computePowerCenter")
@Produces(MediaType.APPLICATION_JSON)
public class ReportedCentersResource {

    @EJB
    private ReportedCenterRegistry centers;

    @EJB
    private CenterListing listing;

    /** Answers the id as a text. */
    @POST
    @Audited({"reported center {answer}", "reported center {name}"})
    @Shape("ComputePowerCenterRequest")
    @Consumes(MediaType.APPLICATION_JSON)
    public String create(CenterRequest request) {
        return Integer.toString(centers.create(request.center()));
    }

    @PUT
    @Audited("reported center {id|name}")
    @Shape("ComputePowerCenterChange")
    @Consumes(MediaType.APPLICATION_JSON)
    public void change(CenterRequest request) {
        centers.change(request.change());
    }

    @GET
    public ReportedCenterList query(@QueryParam("name") String name, @QueryParam("id") String id) {
        return ReportedCenterList.of(listing.query(Parameters.number(id), Parameters.text(name)));
    }
}
