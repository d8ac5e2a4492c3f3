package org.computility.trading.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.computility.shared.rest.Audited;
import org.computility.shared.rest.contract.Shape;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;
import org.computility.trading.keys.MarketKeys;

/** The key that everything which is delivered to the caller is encrypted for. */
@InFamily(Family.PLATFORM)
@Path("/platform/v1/accounts/me/key")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ReceivingKeyResource {

    @Inject
    private MarketKeys keys;

    /** In PEM. */
    public record ReceivingKey(String publicKey) {}

    @PUT
    @Audited("receiving key")
    @Shape("ReceivingKey")
    public ReceivingKey set(ReceivingKey key) {
        return new ReceivingKey(keys.receiveWith(key.publicKey()));
    }
}
