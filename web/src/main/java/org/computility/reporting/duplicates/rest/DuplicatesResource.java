package org.computility.reporting.duplicates.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.computility.reporting.duplicates.Duplicates;
import org.computility.reporting.duplicates.PairSearch;
import org.computility.reporting.duplicates.PairState;
import org.computility.reporting.duplicates.Settlement;
import org.computility.reporting.duplicates.matching.Verdict;
import org.computility.shared.Rejected;
import org.computility.shared.rest.Audited;
import org.computility.shared.rest.Listing;
import org.computility.shared.rest.PageQuery;
import org.computility.shared.rest.Parameters;
import org.computility.shared.rest.contract.Shape;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;

/** Centers that may be one, for people to settle. */
@RequestScoped
@InFamily(Family.PLATFORM)
@Path("/platform/v1/monitoring/duplicates")
@Produces(MediaType.APPLICATION_JSON)
public class DuplicatesResource {

    private static final String ID = "id";

    @EJB
    private Duplicates duplicates;

    /** What somebody decides. */
    public enum Decision {
        MERGE,
        DIFFERENT
    }

    /** A decision; null: absent. */
    public record SettlementRequest(Decision decision, Integer stays, String reason) {}

    @GET
    public Listing<DuplicateView> list(
            @QueryParam("state") String state,
            @QueryParam("verdict") String verdict,
            @QueryParam("centerId") String centerId,
            @BeanParam PageQuery page) {
        PairSearch asked = new PairSearch(
                Parameters.oneOf(PairState.class, state),
                Parameters.oneOf(Verdict.class, verdict),
                Parameters.number(centerId));
        return Listing.of(duplicates.page(asked, page.request()).map(DuplicateView::of));
    }

    @GET
    @Path("{id}")
    public DuplicateView get(@PathParam(ID) String id) {
        return DuplicateView.of(duplicates.get(number(id)));
    }

    @POST
    @Audited("whether the centers of pair {id} are one")
    @Path("{id}/settlement")
    @Shape("DuplicateSettlement")
    @Consumes(MediaType.APPLICATION_JSON)
    public DuplicateView settle(@PathParam(ID) String id, SettlementRequest wanted) {
        return DuplicateView.of(duplicates.settle(
                number(id), new Settlement(wanted.decision() == Decision.MERGE, wanted.stays(), wanted.reason())));
    }

    @DELETE
    @Audited("end of what was decided about pair {id}")
    @Path("{id}/settlement")
    public DuplicateView undo(@PathParam(ID) String id) {
        return DuplicateView.of(duplicates.undo(number(id)));
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new Rejected("member-type", ID, "id is a number.");
        }
    }
}
