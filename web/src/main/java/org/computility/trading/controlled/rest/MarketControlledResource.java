package org.computility.trading.controlled.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.computility.shared.rest.Audited;
import org.computility.shared.rest.contract.Shape;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;
import org.computility.trading.PublicationView;
import org.computility.trading.controlled.PolicyMaking;
import org.computility.trading.controlled.PolicyView;
import org.computility.trading.registration.ControlledPublication;

/** Controlled data of a trusted data space (T/AI 123.12 A.1.3, A.3.7). */
@InFamily(Family.TRADING)
@Path("/")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class MarketControlledResource {

    @Inject
    private ControlledPublication publication;

    @Inject
    private PolicyMaking policies;

    @POST
    @Path("publishDatasets")
    @Audited("controlled data {dataID}")
    @Shape("DatasetsPublicationRequest")
    public PublicationView publish(DatasetsPublicationRequest request) {
        return publication.publish(request.data());
    }

    @POST
    @Path("deliverDatasets")
    @Audited("policy of controlled data {dataID}")
    @Shape("DatasetsDeliveryRequest")
    public PolicyView deliver(DatasetsDeliveryRequest request) {
        return policies.make(request.licenses(), request.policy());
    }
}
