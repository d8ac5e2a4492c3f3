package org.computility.centers.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.computility.centers.resources.ResourceListing;
import org.computility.shared.rest.Parameters;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;

/** The centers that there are (T/AI 123.8 A.2). */
@RequestScoped
@InFamily(Family.NETWORK)
@Path("/centers")
@Produces(MediaType.APPLICATION_JSON)
public class CentersResource {

    @EJB
    private ResourceListing listing;

    @GET
    public CenterList list(
            @QueryParam("processorType") String processorType,
            @QueryParam("connected") String connected,
            @BeanParam ListQuery page) {
        return CenterList.of(
                listing.centers(Parameters.text(processorType), Parameters.flag(connected), page.request("centerId")));
    }
}
