package org.computility.algorithms.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.computility.algorithms.AlgoDefView;
import org.computility.algorithms.Capabilities;
import org.computility.shared.rest.NotAudited;
import org.computility.shared.rest.contract.Shape;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;

/** What the algorithm packages can do (T/BAX 0006.5 A.5 and A.6). */
@InFamily(Family.ACSMP)
@Path("/ACSMP/AlgoDef")
@Produces(MediaType.APPLICATION_JSON)
public class AlgoDefResource {

    @Inject
    private Capabilities capabilities;

    @POST
    @Path("Search")
    @Consumes(MediaType.APPLICATION_JSON)
    @NotAudited
    @Shape(value = "AlgoDefPageRequest", emptyIsAbsent = true)
    public AlgoDefList search(AlgoDefPageRequest request) {
        return AlgoDefList.of(capabilities.search(request.search()));
    }

    @GET
    @Path("{Code}")
    public AlgoDefView detail(@PathParam("Code") String code) {
        return capabilities.detail(code);
    }
}
