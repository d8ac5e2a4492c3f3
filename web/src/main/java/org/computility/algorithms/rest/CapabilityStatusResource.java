package org.computility.algorithms.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.computility.algorithms.Capabilities;
import org.computility.algorithms.CapabilityView;
import org.computility.shared.rest.Audited;
import org.computility.shared.rest.contract.Shape;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;

/** Moves a capability on its way from untested to published. */
@InFamily(Family.PLATFORM)
@Path("/platform/v1/capabilities/{code}/status")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class CapabilityStatusResource {

    @Inject
    private Capabilities capabilities;

    /** The status wanted. */
    public record NewStatus(String status) {}

    @POST
    @Audited
    @Shape("CapabilityStatusChange")
    public CapabilityView move(@PathParam("code") String code, NewStatus wanted) {
        return capabilities.move(code, wanted.status());
    }
}
