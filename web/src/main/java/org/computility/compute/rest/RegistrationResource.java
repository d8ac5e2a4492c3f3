package org.computility.compute.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.computility.audit.AuditNote;
import org.computility.compute.NodeRegistration;
import org.computility.compute.RegisterRequest;
import org.computility.compute.TokenData;
import org.computility.compute.UnRegisterRequest;
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

    @Inject
    private AuditNote audit;

    @POST
    @Path("Register")
    @Open
    @Shape("RegisterRequest")
    public TokenData register(RegisterRequest request) {
        audit.by(request.username());
        audit.on("compute " + request.code());
        return registration.register(request);
    }

    @POST
    @Path("UnRegister")
    @Open
    @Shape("UnRegisterRequest")
    public void unregister(UnRegisterRequest request) {
        audit.by(request.username());
        audit.on("compute " + request.code());
        registration.unregister(request);
    }
}
