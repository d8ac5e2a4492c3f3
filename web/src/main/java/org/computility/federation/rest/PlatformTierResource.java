package org.computility.federation.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.computility.federation.tier.PlatformTier;
import org.computility.federation.tier.Tier;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;

/** Which tier of TC609 clause 5 this platform is. */
@RequestScoped
@InFamily(Family.PLATFORM)
@Path("/platform/v1/federation/tier")
@Produces(MediaType.APPLICATION_JSON)
public class PlatformTierResource {

    @EJB
    private PlatformTier platform;

    /** The tier, and what goes with it. */
    public record TierView(Tier tier, boolean reportsUpward, boolean takesLower) {}

    @GET
    public TierView get() {
        Tier tier = platform.shown();
        return new TierView(tier, tier.reportsUpward(), tier.takesLower());
    }
}
