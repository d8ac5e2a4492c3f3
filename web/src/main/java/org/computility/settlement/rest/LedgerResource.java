package org.computility.settlement.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.computility.settlement.ledger.TransferView;
import org.computility.settlement.payment.Deposits;
import org.computility.settlement.statements.BalanceView;
import org.computility.settlement.statements.RecordedTransferView;
import org.computility.settlement.statements.StatedEntryView;
import org.computility.settlement.statements.StatementSearch;
import org.computility.settlement.statements.Statements;
import org.computility.settlement.statements.TrialBalanceView;
import org.computility.shared.rest.Audited;
import org.computility.shared.rest.Listing;
import org.computility.shared.rest.PageQuery;
import org.computility.shared.rest.Parameters;
import org.computility.shared.rest.contract.Shape;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;

/** The ledger, read, and corrected by reversals. */
@RequestScoped
@InFamily(Family.PLATFORM)
@Path("platform/v1/settlement")
@Produces(MediaType.APPLICATION_JSON)
public class LedgerResource {

    @EJB
    private Statements statements;

    @EJB
    private Deposits deposits;

    /** Why a transfer is undone. */
    public record Reversal(String reason) {}

    @GET
    @Path("accounts")
    public Listing<BalanceView> accounts(@QueryParam("organisation") String organisation, @BeanParam PageQuery page) {
        return Listing.of(statements.accounts(Parameters.uuid("organisation", organisation), page.request()));
    }

    @GET
    @Path("statements")
    public Listing<StatedEntryView> statement(
            @QueryParam("account") String account,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @BeanParam PageQuery page) {
        StatementSearch search = new StatementSearch(
                Parameters.uuid("account", account), Parameters.instant("from", from), Parameters.instant("to", to));
        return Listing.of(statements.entries(search, page.request()));
    }

    @GET
    @Path("transfers/{id}")
    public RecordedTransferView transfer(@PathParam("id") String id) {
        return statements.transfer(Parameters.uuid("id", id));
    }

    @POST
    @Path("transfers/{id}/reversal")
    @Audited("transfer {id}")
    @Shape("NewReversal")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response reverse(@PathParam("id") String id, Reversal reversal) {
        TransferView undone = deposits.reverse(Parameters.uuid("id", id), reversal.reason());
        return Response.status(Response.Status.CREATED).entity(undone).build();
    }

    @GET
    @Path("trial-balance")
    public TrialBalanceView trialBalance(@QueryParam("at") String at) {
        return statements.trialBalance(Parameters.instant("at", at));
    }
}
