package org.computility.trading.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.computility.shared.keys.DeliveryPair;
import org.computility.shared.rest.Audited;
import org.computility.shared.rest.contract.Shape;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;
import org.computility.trading.keys.DeliveryKeyView;
import org.computility.trading.keys.MarketKeys;

/** Pairs under which contents are delivered. */
@InFamily(Family.PLATFORM)
@Path("/platform/v1/market/delivery-keys")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class DeliveryKeysResource {

    @Inject
    private MarketKeys keys;

    /** The kind wanted; absent: RSA. */
    public record NewDeliveryKey(DeliveryPair.Algorithm algorithm) {}

    @POST
    @Audited({"delivery key {answer.keyId}", "delivery key"})
    @Shape("NewDeliveryKey")
    public DeliveryKeyView make(NewDeliveryKey wanted) {
        return keys.make(wanted.algorithm() == null ? DeliveryPair.Algorithm.RSA_3072 : wanted.algorithm());
    }
}
