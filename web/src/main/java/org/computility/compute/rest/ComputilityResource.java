package org.computility.compute.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.computility.compute.monitoring.ComputeMonitoring;
import org.computility.shared.rest.NotAudited;
import org.computility.shared.rest.contract.Shape;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;

/** The live picture of the compute (T/BAX 0006.5 annex G): table 43 says GET, table 44 POST, so both. */
@InFamily(Family.ACSMP)
@Path("/ACSMP/Computility")
@Produces(MediaType.APPLICATION_JSON)
public class ComputilityResource {

    @Inject
    private ComputeMonitoring monitoring;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @NotAudited
    @Shape(value = "ComputilityListRequest", emptyIsAbsent = true)
    public ComputilityList search(ComputilityListRequest request) {
        return ComputilityList.of(monitoring.search(request.computilityCode(), request.type(), request.page()));
    }

    /** Table 44 gives the GET of table 43 a body; the query string carries the same members where a body cannot be sent. */
    @GET
    @Shape(value = "ComputilityListRequest", emptyIsAbsent = true)
    public ComputilityList list(@BeanParam ComputilityQuery query, ComputilityListRequest body) {
        return search(query.with(body));
    }
}
