package org.computility.trading.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.computility.shared.Member;
import org.computility.shared.Rejected;
import org.computility.shared.rest.Listing;
import org.computility.shared.rest.PageQuery;
import org.computility.shared.rest.Parameters;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;
import org.computility.trading.matching.MatchView;
import org.computility.trading.matching.Matches;

/** What fits in the market (T/AI 123.12 clause 6.3 a). */
@RequestScoped
@InFamily(Family.PLATFORM)
@Path("platform/v1/market/matches")
@Produces(MediaType.APPLICATION_JSON)
public class MatchesResource {

    private static final Member DEMAND_ID = new Member("demandId");

    @EJB
    private Matches matches;

    @GET
    public Listing<MatchView> matches(
            @QueryParam("demandID") String demandId,
            @QueryParam("registrationID") String registrationId,
            @QueryParam("dataID") String dataId,
            @BeanParam PageQuery page) {
        String demand = Parameters.text(demandId);
        String resource = Parameters.text(registrationId);
        if (demand == null && resource == null) {
            throw new Rejected("member-missing", DEMAND_ID, "{member} is missing; so is registrationID. Name one.");
        }
        if (demand != null && resource != null) {
            throw new Rejected("member-invalid", DEMAND_ID, "{member} and registrationID are both given. Name one.");
        }
        return Listing.of(
                demand == null
                        ? matches.ofResource(resource, Parameters.text(dataId), page.request())
                        : matches.ofDemand(demand, page.request()));
    }
}
