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
import org.computility.shared.rest.Parameters;
import org.computility.shared.rest.contract.Shape;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;
import org.computility.trading.PublicationView;
import org.computility.trading.registration.PublishedDataView;
import org.computility.trading.registration.ResourceRegistration;

/** Data resources in the market (T/AI 123.12 A.1.1, A.1.2, A.1.4, A.1.5). */
@InFamily(Family.TRADING)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public class MarketDataResource {

    @Inject
    private ResourceRegistration resources;

    @POST
    @Path("registerData")
    @Consumes(MediaType.APPLICATION_JSON)
    @Audited({"data resource {answer.registrationId}", "data resource of {dataID}"})
    @Shape("DataRegistrationRequest")
    public RegistrationAnswer register(DataRegistrationRequest request) {
        return new RegistrationAnswer(resources.register(request.resource()));
    }

    @POST
    @Path("publishData")
    @Consumes(MediaType.APPLICATION_JSON)
    @Audited("data resource {registrationID}")
    @Shape("DataPublicationRequest")
    public PublicationView publish(DataPublicationRequest request) {
        return resources.publish(request.owner(), request.registrationId(), request.free(), request.price());
    }

    @GET
    @Path("queryPublishedData")
    public PublishedDataView query(
            @QueryParam("registrationID") String registrationId, @QueryParam("dataID") String dataId) {
        return resources.query(registrationId, Parameters.text(dataId));
    }

    @POST
    @Path("revokePublishedData")
    @Consumes(MediaType.APPLICATION_JSON)
    @Audited("data resource {registrationID}")
    @Shape("DataRevocationRequest")
    public PublicationView revoke(DataRevocationRequest request) {
        return resources.revoke(request.registrationId(), request.dataId());
    }
}
