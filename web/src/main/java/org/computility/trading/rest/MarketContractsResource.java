package org.computility.trading.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.computility.shared.rest.Audited;
import org.computility.shared.rest.contract.Shape;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;
import org.computility.trading.contract.ConfirmationView;
import org.computility.trading.contract.DemandConfirmation;
import org.computility.trading.contract.DemandSettlement;
import org.computility.trading.contract.SettlementBasisView;
import org.computility.trading.contract.SettlementView;

/** Trades in the market (T/AI 123.12 A.3.1 to A.3.4). */
@InFamily(Family.TRADING)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public class MarketContractsResource {

    @Inject
    private DemandConfirmation confirmation;

    @Inject
    private DemandSettlement settlement;

    @POST
    @Path("confirmDemand")
    @Consumes(MediaType.APPLICATION_JSON)
    @Audited("demand {demandID} with data resource {registrationID}")
    @Shape("DemandConfirmationRequest")
    public ConfirmationView confirm(DemandConfirmationRequest request) {
        return confirmation.confirm(request.demander(), request.demandId(), request.registrationId(), request.dataId());
    }

    @GET
    @Path("queryDemandForSettlement")
    public SettlementBasisView basis(@QueryParam("confirmID") String confirmId) {
        return confirmation.basis(confirmId);
    }

    @POST
    @Path("settlement")
    @Consumes(MediaType.APPLICATION_JSON)
    @Audited("confirmation {confirmID}")
    @Shape("SettlementRequest")
    public SettlementView settle(SettlementRequest request) {
        return settlement.settle(request.confirmId());
    }

    @GET
    @Path("querySettlement")
    public SettlementView query(@QueryParam("confirmID") String confirmId) {
        return settlement.query(confirmId);
    }
}
