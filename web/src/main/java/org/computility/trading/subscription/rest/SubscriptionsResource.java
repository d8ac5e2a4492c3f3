package org.computility.trading.subscription.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.computility.shared.rest.Listing;
import org.computility.shared.rest.PageQuery;
import org.computility.shared.rest.Parameters;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;
import org.computility.trading.subscription.ServiceSubscribing;
import org.computility.trading.subscription.SubscriptionView;

/** What an organisation subscribes to, and who subscribes to what it publishes. */
@RequestScoped
@InFamily(Family.PLATFORM)
@Path("platform/v1/market/subscriptions")
@Produces(MediaType.APPLICATION_JSON)
public class SubscriptionsResource {

    @EJB
    private ServiceSubscribing subscribing;

    @GET
    public Listing<SubscriptionView> list(@QueryParam("publishId") String publishId, @BeanParam PageQuery page) {
        return Listing.of(subscribing.subscriptions(Parameters.uuid("publishId", publishId), page.request()));
    }

    @GET
    @Path("{orderId}")
    public SubscriptionView subscription(@PathParam("orderId") String orderId) {
        return subscribing.subscription(orderId);
    }
}
