package org.computility.settlement.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.computility.settlement.bills.BillView;
import org.computility.settlement.bills.BilledEventView;
import org.computility.settlement.bills.Bills;
import org.computility.settlement.orders.OrderView;
import org.computility.shared.rest.Listing;
import org.computility.shared.rest.PageQuery;
import org.computility.shared.rest.Parameters;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;

/** What organisations have ordered of each other, and what it comes to until now. */
@RequestScoped
@InFamily(Family.PLATFORM)
@Path("platform/v1/settlement/orders")
@Produces(MediaType.APPLICATION_JSON)
public class OrdersResource {

    @EJB
    private Bills bills;

    @GET
    public Listing<OrderView> list(@BeanParam PageQuery page) {
        return Listing.of(bills.orders(page.request()));
    }

    @GET
    @Path("{id}")
    public OrderView get(@PathParam("id") String id) {
        return bills.order(Parameters.uuid("id", id));
    }

    @GET
    @Path("{id}/preview")
    public BillView preview(@PathParam("id") String id) {
        return bills.preview(Parameters.uuid("id", id));
    }

    @GET
    @Path("{id}/preview/events")
    public Listing<BilledEventView> previewedEvents(@PathParam("id") String id, @BeanParam PageQuery page) {
        return Listing.of(bills.previewedEvents(Parameters.uuid("id", id), page.request()));
    }
}
