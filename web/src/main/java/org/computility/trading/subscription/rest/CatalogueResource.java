package org.computility.trading.subscription.rest;

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
import org.computility.trading.subscription.ServiceKind;
import org.computility.trading.subscription.catalogue.OfferedServiceView;
import org.computility.trading.subscription.catalogue.ServiceCatalogue;
import org.computility.trading.subscription.catalogue.ServiceSearch;

/** Data, models and applications in the market, by key word and category (T/AI 123.8, clause 7.1). */
@RequestScoped
@InFamily(Family.PLATFORM)
@Path("platform/v1/market")
@Produces(MediaType.APPLICATION_JSON)
public class CatalogueResource {

    private static final String DATA_SET = "dataset";

    @EJB
    private ResourceCatalogue resources;

    @EJB
    private ServiceCatalogue services;

    @GET
    @Path("resources")
    public Listing<OfferedResourceView> resources(
            @QueryParam("type") String type,
            @QueryParam("query") String query,
            @QueryParam("category") String category,
            @BeanParam PageQuery page) {
        ResourceSearch search = new ResourceSearch(
                Objects.requireNonNullElse(Parameters.text(type), DATA_SET),
                Parameters.text(query),
                Parameters.text(category));
        return Listing.of(resources.page(search, page.request()));
    }

    @GET
    @Path("models")
    public Listing<OfferedServiceView> models(
            @QueryParam("query") String query, @QueryParam("category") String category, @BeanParam PageQuery page) {
        return list(ServiceKind.MODEL, query, category, page);
    }

    @GET
    @Path("applications")
    public Listing<OfferedServiceView> applications(
            @QueryParam("query") String query, @QueryParam("category") String category, @BeanParam PageQuery page) {
        return list(ServiceKind.APPLICATION, query, category, page);
    }

    private Listing<OfferedServiceView> list(ServiceKind kind, String query, String category, PageQuery page) {
        ServiceSearch search = new ServiceSearch(kind, Parameters.text(query), Parameters.text(category));
        return Listing.of(services.page(search, page.request()));
    }
}
