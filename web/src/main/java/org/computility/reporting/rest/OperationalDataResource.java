package org.computility.reporting.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.computility.reporting.live.OperationalQueries;
import org.computility.shared.rest.Parameters;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;

/** What reported centers do now (TC609 B.1). */
@Signed
@RequestScoped
@InFamily(Family.MONITORING)
@Path("/api/queryOperationalData")
@Produces(MediaType.APPLICATION_JSON)
public class OperationalDataResource {

    @EJB
    private OperationalQueries queries;

    @GET
    public OperationalDataView query(@QueryParam("centerId") String centerId, @QueryParam("centerName") String name) {
        return OperationalDataView.of(queries.query(Parameters.number(centerId), Parameters.text(name)));
    }
}
