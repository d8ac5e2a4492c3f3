package org.computility.federation.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.computility.federation.upper.NewUpperPlatform;
import org.computility.federation.upper.UpperPlatformRegistry;
import org.computility.federation.upper.UpperPlatformView;
import org.computility.shared.rest.Audited;
import org.computility.shared.rest.contract.Shape;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;

/** The platform that this one reports to (TC609 clause 5.3.1). */
@RequestScoped
@InFamily(Family.PLATFORM)
@Path("/platform/v1/federation/upper")
@Produces(MediaType.APPLICATION_JSON)
public class UpperPlatformResource {

    @EJB
    private UpperPlatformRegistry platforms;

    @PUT
    @Audited("upper platform {url}")
    @Shape("NewUpperPlatform")
    @Consumes(MediaType.APPLICATION_JSON)
    public UpperPlatformView set(NewUpperPlatform wanted) {
        return platforms.set(wanted);
    }

    @GET
    public UpperPlatformView get() {
        return platforms.get();
    }

    @DELETE
    @Audited("upper platform")
    public void remove() {
        platforms.remove();
    }
}
