package org.computility.federation.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.computility.federation.lower.LowerPlatformRegistry;
import org.computility.federation.lower.LowerPlatformView;
import org.computility.federation.lower.NewLowerPlatform;
import org.computility.federation.tier.Tier;
import org.computility.shared.rest.Audited;
import org.computility.shared.rest.contract.Shape;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;

/** The platforms that report to this one (TC609 clause 5). */
@RequestScoped
@InFamily(Family.PLATFORM)
@Path("/platform/v1/federation/lower")
@Produces(MediaType.APPLICATION_JSON)
public class LowerPlatformsResource {

    @EJB
    private LowerPlatformRegistry platforms;

    /** One of them. */
    public record LowerView(
            String code,
            String name,
            Tier tier,
            String url,
            String username,
            String account,
            String organisationId,
            String setBy,
            Instant setAt) {

        private static LowerView of(LowerPlatformView lower) {
            return new LowerView(
                    lower.code(),
                    lower.name(),
                    lower.tier(),
                    lower.url(),
                    lower.username(),
                    lower.account(),
                    lower.organisationId().toString(),
                    lower.setBy(),
                    lower.setAt());
        }
    }

    /** All of them. */
    public record LowerList(List<LowerView> items) {}

    @GET
    public LowerList list() {
        return new LowerList(platforms.list().stream().map(LowerView::of).toList());
    }

    @GET
    @Path("{code}")
    public LowerView get(@PathParam("code") String code) {
        return LowerView.of(platforms.get(code));
    }

    @PUT
    @Path("{code}")
    @Audited("lower platform {code}")
    @Shape("NewLowerPlatform")
    @Consumes(MediaType.APPLICATION_JSON)
    public LowerView set(@PathParam("code") String code, NewLowerPlatform wanted) {
        return LowerView.of(platforms.set(code, wanted));
    }

    @DELETE
    @Path("{code}")
    @Audited("lower platform {code}")
    public void remove(@PathParam("code") String code) {
        platforms.remove(code);
    }
}
