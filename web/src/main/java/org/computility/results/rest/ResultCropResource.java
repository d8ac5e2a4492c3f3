package org.computility.results.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import org.computility.results.ResultCrops;
import org.computility.shared.rest.Open;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;

/** The crop of a result, for nodes that show a signed link (T/BAX 0006.5 clause 6.3 j). */
@InFamily(Family.PLATFORM)
@Path("platform/v1/results/{day}/{id}/crop")
public class ResultCropResource {

    @Inject
    private ResultCrops crops;

    @GET
    @Open
    @Produces("image/jpeg")
    public byte[] download(
            @PathParam("day") String day,
            @PathParam("id") String id,
            @QueryParam("expires") String expires,
            @QueryParam("signature") String signature) {
        return crops.open(day, id, expires, signature);
    }
}
