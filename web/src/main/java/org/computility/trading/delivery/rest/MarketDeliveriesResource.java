package org.computility.trading.delivery.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.computility.audit.AuditNote;
import org.computility.shared.rest.Audited;
import org.computility.shared.rest.contract.Shape;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;
import org.computility.trading.delivery.DataDelivery;
import org.computility.trading.delivery.DeliveryView;
import org.computility.trading.licences.LicenceRenewal;

/** Deliveries in the market, and licences that are renewed (T/AI 123.12 A.3.5, A.3.6, A.3.8). */
@InFamily(Family.TRADING)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public class MarketDeliveriesResource {

    @Inject
    private DataDelivery deliveries;

    @Inject
    private LicenceRenewal renewal;

    @Inject
    private AuditNote audit;

    @POST
    @Path("deliver")
    @Consumes(MediaType.APPLICATION_JSON)
    @Audited
    @Shape("DeliveryRequest")
    public DeliveryView deliver(DeliveryRequest request) {
        audit.on("licence " + request.licenses().licenceId());
        return deliveries.deliver(request.licenses());
    }

    @GET
    @Path("queryDeliverResult")
    public DeliveryView query(@QueryParam("confirmID") String confirmId) {
        return deliveries.query(confirmId);
    }

    @POST
    @Path("updateLicenses")
    @Consumes(MediaType.APPLICATION_JSON)
    @Audited("licences of {dataID}")
    @Shape("LicenceUpdateRequest")
    public LicenceAnswer update(LicenceUpdateRequest request) {
        return new LicenceAnswer(renewal.renew(request.owner(), request.dataId()));
    }
}
