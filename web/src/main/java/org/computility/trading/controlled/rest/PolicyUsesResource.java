package org.computility.trading.controlled.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.computility.shared.rest.Audited;
import org.computility.shared.rest.contract.Shape;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;
import org.computility.trading.controlled.ControlledUse;
import org.computility.trading.controlled.NewUse;
import org.computility.trading.controlled.UseView;

/** Uses of controlled data, each decided and counted before it happens. */
@InFamily(Family.PLATFORM)
@Path("/platform/v1/market/policies/{policyId}/uses")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PolicyUsesResource {

    @Inject
    private ControlledUse uses;

    @POST
    @Audited("policy {policyId}")
    @Shape("NewPolicyUse")
    public UseView use(@PathParam("policyId") String policyId, NewUse use) {
        return uses.use(policyId, use);
    }
}
