package org.computility.trading.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.computility.shared.rest.Audited;
import org.computility.shared.rest.contract.Shape;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;
import org.computility.trading.registration.ResourceRegistration;

/** The private half of the key that a data resource was registered with. */
@InFamily(Family.PLATFORM)
@Path("/platform/v1/market/resources/{registrationID}/private-key")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ResourceKeyResource {

    @Inject
    private ResourceRegistration resources;

    /** PKCS #8 in PEM, plain or encrypted as passwords are. */
    public record DepositedKey(String privateKey) {}

    @PUT
    @Audited("data resource {registrationID}")
    @Shape("DepositedKey")
    public void deposit(@PathParam("registrationID") String registrationId, DepositedKey key) {
        resources.deposit(registrationId, key.privateKey());
    }
}
