package org.computility.reporting.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.computility.reporting.places.PlaceDirectory;
import org.computility.reporting.places.PlaceView;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;

/** The codes of places that reports may name. */
@RequestScoped
@InFamily(Family.PLATFORM)
@Path("/platform/v1/monitoring/places")
@Produces(MediaType.APPLICATION_JSON)
public class MonitoringPlacesResource {

    @EJB
    private PlaceDirectory places;

    @GET
    public List<PlaceView> list() {
        return places.list();
    }
}
