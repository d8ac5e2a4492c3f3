package org.computility.trading.subscription.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.computility.shared.rest.Listing;
import org.computility.shared.rest.PageQuery;
import org.computility.shared.rest.Parameters;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;
import org.computility.trading.subscription.ServiceKind;
import org.computility.trading.subscription.catalogue.OfferedServiceView;
import org.computility.trading.subscription.catalogue.ServiceCatalogue;
import org.computility.trading.subscription.catalogue.ServiceSearch;

/** Models and applications in the market, by key word and category (T/AI 123.8, clause 7.1). */
@RequestScoped
@InFamily(Family.PLATFORM)
@Path("platform/v1/market")
@Produces(MediaType.APPLICATION_JSON)
public class OfferedServicesResource {

    @EJB
    private ServiceCatalogue catalogue;

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
        return Listing.of(catalogue.page(search, page.request()));
    }
}
