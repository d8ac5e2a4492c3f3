package org.computility.reporting.supervision.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.computility.energy.Amount;
import org.computility.reporting.supervision.CenterEnergy;
import org.computility.reporting.supervision.SharedHour;
import org.computility.shared.rest.Parameters;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;

/** Whose a reported center's electricity was. */
@RequestScoped
@InFamily(Family.PLATFORM)
@Path("/platform/v1/monitoring/centers/{id}/energy")
@Produces(MediaType.APPLICATION_JSON)
public class CenterEnergyResource {

    @EJB
    private CenterEnergy energy;

    /** In kWh, carbon in kg; null: unknown. */
    public record SharedHourView(
            Instant from,
            Instant to,
            BigDecimal total,
            BigDecimal jobs,
            BigDecimal idle,
            BigDecimal cooling,
            BigDecimal carbon,
            boolean whole,
            boolean estimated) {}

    @GET
    public List<SharedHourView> hours(
            @PathParam("id") String id, @QueryParam("from") String from, @QueryParam("to") String to) {
        return energy.hours(CenterId.read(id), Parameters.instant("from", from), Parameters.instant("to", to)).stream()
                .map(CenterEnergyResource::view)
                .toList();
    }

    private static SharedHourView view(SharedHour hour) {
        return new SharedHourView(
                hour.from(),
                hour.to(),
                Amount.value(hour.consumed().total()),
                Amount.value(hour.jobs()),
                Amount.value(hour.shares().idle()),
                Amount.value(hour.consumed().cooling()),
                hour.carbon().orElse(null),
                hour.consumed().it().whole(),
                hour.consumed().it().estimated());
    }
}
