package org.computility.shared.rest.health;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.computility.shared.database.outage.DatabaseHealth;
import org.computility.shared.rest.Open;
import org.computility.shared.rest.WithoutDatabase;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;

/** Whether this server lives and can work; the same path on every application server. */
@Open
@WithoutDatabase
@RequestScoped
@InFamily(Family.PLATFORM)
@Path("platform/v1/health")
@Produces(MediaType.APPLICATION_JSON)
public class HealthResource {

    @EJB
    private DatabaseHealth database;

    /** 200 once the migrations ran, while the database answers; else 503. */
    @GET
    @Path("ready")
    public Response ready() {
        boolean ready = database.isReady();
        return Response.status(ready ? 200 : 503)
                .entity(Map.of("status", ready ? "UP" : "DOWN"))
                .build();
    }

    /** 200 as long as this server answers at all. */
    @GET
    @Path("live")
    public Map<String, String> live() {
        return Map.of("status", "UP");
    }
}
