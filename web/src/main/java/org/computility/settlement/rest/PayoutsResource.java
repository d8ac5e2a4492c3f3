package org.computility.settlement.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.computility.settlement.bills.MadePayouts;
import org.computility.shared.rest.Listing;
import org.computility.shared.rest.PageQuery;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;

/** What was paid out to payees, and where it goes. */
@RequestScoped
@InFamily(Family.PLATFORM)
@Path("platform/v1/settlement/payouts")
@Produces(MediaType.APPLICATION_JSON)
public class PayoutsResource {

    @EJB
    private MadePayouts payouts;

    @GET
    public Listing<PayoutAnswer> list(@BeanParam PageQuery page) {
        return Listing.of(payouts.page(page.request()).map(PayoutAnswer::of));
    }
}
