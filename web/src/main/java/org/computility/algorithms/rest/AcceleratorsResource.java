package org.computility.algorithms.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.computility.algorithms.accelerators.AcceleratorList;
import org.computility.algorithms.accelerators.AcceleratorsView;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;

/** The accelerators of T/BAX 0006.5 Annex H with both names, and those that packages and nodes name beside it. */
@InFamily(Family.PLATFORM)
@Path("/platform/v1/accelerators")
@Produces(MediaType.APPLICATION_JSON)
public class AcceleratorsResource {

    @Inject
    private AcceleratorList accelerators;

    @GET
    public AcceleratorsView all() {
        return accelerators.all();
    }
}
