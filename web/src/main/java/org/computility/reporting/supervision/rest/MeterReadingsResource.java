package org.computility.reporting.supervision.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.computility.energy.Amount;
import org.computility.energy.hours.Consumed;
import org.computility.energy.readings.NewReading;
import org.computility.energy.readings.ReadingReceipt;
import org.computility.reporting.supervision.CenterMeters;
import org.computility.shared.rest.Audited;
import org.computility.shared.rest.Parameters;
import org.computility.shared.rest.contract.Shape;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;

/** What a meter showed, and what it counted. */
@RequestScoped
@InFamily(Family.PLATFORM)
@Path("/platform/v1/monitoring/meters/{code}")
@Produces(MediaType.APPLICATION_JSON)
public class MeterReadingsResource {

    @EJB
    private CenterMeters meters;

    /** What it showed; null: absent. */
    public record ReadingRequest(String at, String value) {}

    /** What it counted in an hour, in its unit. */
    public record ConsumedView(Instant from, Instant to, BigDecimal amount, boolean whole, boolean estimated) {}

    @POST
    @Audited("readings of meter {code}")
    @Path("readings")
    @Shape("MeterReadings")
    @Consumes(MediaType.APPLICATION_JSON)
    public ReadingReceipt take(@PathParam("code") String code, List<ReadingRequest> shown) {
        return meters.take(
                code, shown.stream().map(MeterReadingsResource::reading).toList());
    }

    @GET
    @Path("hours")
    public List<ConsumedView> hours(
            @PathParam("code") String code, @QueryParam("from") String from, @QueryParam("to") String to) {
        return meters.hours(code, Parameters.instant("from", from), Parameters.instant("to", to)).stream()
                .map(MeterReadingsResource::view)
                .toList();
    }

    private static NewReading reading(ReadingRequest shown) {
        return new NewReading(Parameters.instant("at", shown.at()), new BigDecimal(shown.value()));
    }

    private static ConsumedView view(Consumed hour) {
        return new ConsumedView(hour.from(), hour.to(), Amount.value(hour.amount()), hour.whole(), hour.estimated());
    }
}
