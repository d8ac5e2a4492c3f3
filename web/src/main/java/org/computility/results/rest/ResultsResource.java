package org.computility.results.rest;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.computility.results.Ingestion;
import org.computility.results.ResultView;
import org.computility.results.Results;
import org.computility.shared.rest.Audited;
import org.computility.shared.rest.Listing;
import org.computility.shared.rest.PageQuery;
import org.computility.shared.rest.contract.Shape;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;

/** Results of task instances: in from nodes, out with paging and filters. */
@InFamily(Family.PLATFORM)
@Path("platform/v1/results")
@Produces(MediaType.APPLICATION_JSON)
public class ResultsResource {

    @Inject
    private Results results;

    @POST
    @Audited("results of compute {caller.computeCode}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Shape(value = "ResultDelivery", cleaned = true)
    public Ingestion take(JsonObject delivery) {
        return results.take(ResultReader.read(delivery.getJsonArray("results")));
    }

    @GET
    public Listing<ResultView> list(
            @BeanParam ResultQuery query, @BeanParam PageQuery page, @QueryParam("order") String order) {
        return Listing.of(results.search(query.search(order, page.request())));
    }

    @GET
    @Path("{id}")
    public ResultView get(@PathParam("id") String id) {
        return results.get(id);
    }

    @GET
    @Path("{id}/image")
    @Produces("image/jpeg")
    public byte[] image(@PathParam("id") String id) {
        return results.image(id);
    }
}
