package org.computility.reporting.supervision.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.computility.reporting.rest.Signed;
import org.computility.reporting.supervision.SupervisionData;
import org.computility.shared.rest.Parameters;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;

/** Power and environment of a center in the past hour (TC609 B.2). */
@Signed
@RequestScoped
@InFamily(Family.MONITORING)
@Path("/api/querySupervisionSystemData")
@Produces(MediaType.APPLICATION_JSON)
public class SupervisionDataResource {

    @EJB
    private SupervisionData supervision;

    @GET
    public SupervisionDataView query(
            @QueryParam("centerId") String centerId, @QueryParam("centerName") String centerName) {
        return SupervisionDataView.of(supervision.query(Parameters.number(centerId), Parameters.text(centerName)));
    }
}
