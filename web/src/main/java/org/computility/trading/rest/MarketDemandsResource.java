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
import org.computility.trading.PublicationView;
import org.computility.trading.demand.DemandRegistration;
import org.computility.trading.demand.PublishedDemandView;

/** Demands in the market (T/AI 123.12 A.2). */
@InFamily(Family.TRADING)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public class MarketDemandsResource {

    @Inject
    private DemandRegistration demands;

    @POST
    @Path("registerDemand")
    @Consumes(MediaType.APPLICATION_JSON)
    @Audited({"demand {answer.demandId}", "demand of {demander}"})
    @Shape("DemandRegistrationRequest")
    public DemandAnswer register(DemandRegistrationRequest request) {
        return new DemandAnswer(demands.register(request.demand()));
    }

    @POST
    @Path("publishDemand")
    @Consumes(MediaType.APPLICATION_JSON)
    @Audited("demand {demandID}")
    @Shape("DemandRequest")
    public PublicationView publish(DemandRequest request) {
        return demands.publish(request.demander(), request.demandId());
    }

    @GET
    @Path("queryPublishedDemand")
    public PublishedDemandView query(@QueryParam("demandID") String demandId) {
        return demands.query(demandId);
    }

    @POST
    @Path("revokeDemand")
    @Consumes(MediaType.APPLICATION_JSON)
    @Audited("demand {demandID}")
    @Shape("DemandRequest")
    public PublicationView revoke(DemandRequest request) {
        return demands.revoke(request.demander(), request.demandId());
    }
}
