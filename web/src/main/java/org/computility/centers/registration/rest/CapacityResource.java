package org.computility.centers.registration.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.computility.centers.resources.ResourceListing;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;

/** One view over what all centers have. */
@RequestScoped
@InFamily(Family.PLATFORM)
@Path("platform/v1/capacity")
@Produces(MediaType.APPLICATION_JSON)
public class CapacityResource {

    @EJB
    private ResourceListing listing;

    @Inject
    private Clock clock;

    @GET
    public CapacityView capacity() {
        return CapacityView.of(listing.resources(null), clock.instant());
    }
}
