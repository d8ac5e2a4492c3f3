package org.computility.reporting.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.computility.reporting.plausibility.Plausibility;
import org.computility.reporting.plausibility.PlausibilityRuleView;
import org.computility.reporting.plausibility.RuleChange;
import org.computility.shared.rest.Audited;
import org.computility.shared.rest.contract.Shape;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;

/** The rules that judge month reports. */
@RequestScoped
@InFamily(Family.PLATFORM)
@Path("/platform/v1/monitoring/rules")
@Produces(MediaType.APPLICATION_JSON)
public class PlausibilityRulesResource {

    @EJB
    private Plausibility plausibility;

    @GET
    public List<PlausibilityRuleView> list() {
        return plausibility.list();
    }

    @PATCH
    @Audited("plausibility rule {code}")
    @Path("{code}")
    @Shape("PlausibilityRuleChange")
    @Consumes(MediaType.APPLICATION_JSON)
    public PlausibilityRuleView change(@PathParam("code") String code, RuleChange change) {
        return plausibility.change(code, change);
    }
}
