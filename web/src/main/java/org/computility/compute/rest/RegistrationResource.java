package org.computility.compute.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.computility.compute.NodeRegistration;
import org.computility.shared.rest.Audited;
import org.computility.shared.rest.Open;
import org.computility.shared.rest.contract.Shape;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;

/** Nodes come and go (T/BAX 0006.5 B.1 and B.2). */
@InFamily(Family.ACSMP)
@Path("/ACSMP")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class RegistrationResource {

    @Inject
    private NodeRegistration registration;

    @POST
    @Path("Register")
    @Open
    @Audited(value = "compute {Code}", by = "Username")
    @Shape("RegisterRequest")
    public TokenData register(RegisterRequest request) {
        return new TokenData(registration.register(request.node()));
    }

    @POST
    @Path("UnRegister")
    @Open
    @Audited(value = "compute {Code}", by = "Username")
    @Shape("UnRegisterRequest")
    public void unregister(UnRegisterRequest request) {
        registration.unregister(request.code(), request.username(), request.password());
    }
}
