package org.computility.trading.delivery.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.computility.shared.rest.Open;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;
import org.computility.shared.rest.files.FileAnswer;
import org.computility.trading.delivery.DeliveryContent;

/** The encrypted file of a delivery, for whoever shows its signed link; an interrupted download goes on with {@code Range}. */
@InFamily(Family.PLATFORM)
@Path("/platform/v1/market/deliveries/{deliveryID}/content")
public class DeliveredContentResource {

    @Inject
    private DeliveryContent contents;

    @GET
    @Open
    public Response download(
            @PathParam("deliveryID") String deliveryId,
            @QueryParam("expires") String expires,
            @QueryParam("signature") String signature,
            @HeaderParam("Range") String range,
            @HeaderParam("If-Range") String ifRange) {
        DeliveryContent.Content content = contents.open(deliveryId, expires, signature);
        return new FileAnswer(content.path(), content.size(), content.sha256(), MediaType.APPLICATION_OCTET_STREAM_TYPE)
                .to(range, ifRange);
    }
}
