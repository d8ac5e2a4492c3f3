package org.computility.trading.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import org.computility.shared.rest.Listing;
import org.computility.shared.rest.PageQuery;
import org.computility.shared.rest.Parameters;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;
import org.computility.trading.matching.OfferedResourceView;
import org.computility.trading.matching.ResourceCatalogue;
import org.computility.trading.matching.ResourceSearch;

/** What is offered in the market, by key word and category (T/AI 123.8, clause 7.1). */
@RequestScoped
@InFamily(Family.PLATFORM)
@Path("platform/v1/market/resources")
@Produces(MediaType.APPLICATION_JSON)
public class OfferedResourcesResource {

    private static final String DATA_SET = "dataset";

    @EJB
    private ResourceCatalogue catalogue;

    @GET
    public Listing<OfferedResourceView> list(
            @QueryParam("type") String type,
            @QueryParam("query") String query,
            @QueryParam("category") String category,
            @BeanParam PageQuery page) {
        ResourceSearch search = new ResourceSearch(
                Objects.requireNonNullElse(Parameters.text(type), DATA_SET),
                Parameters.text(query),
                Parameters.text(category));
        return Listing.of(catalogue.page(search, page.request()));
    }
}
