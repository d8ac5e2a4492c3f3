package org.computility.reporting.supervision.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import org.computility.energy.readings.ShownReading;
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

    /** A reading, in the meter's unit; the last three are null where it counts. */
    public record ShownReadingView(
            Instant at, BigDecimal value, Instant takenAt, Instant takenBackAt, String takenBackBy, String reason) {}

    /** So many readings count no longer. */
    public record TakenBack(int takenBack) {}

    @GET
    @Path("readings")
    public List<ShownReadingView> shown(
            @PathParam("code") String code, @QueryParam("from") String from, @QueryParam("to") String to) {
        return meters.shown(code, Parameters.instant("from", from), Parameters.instant("to", to)).stream()
                .map(MeterReadingsResource::view)
                .toList();
    }

    @DELETE
    @Audited("readings of meter {code}")
    @Path("readings")
    public TakenBack takeBack(
            @PathParam("code") String code,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("reason") String reason) {
        return new TakenBack(
                meters.takeBack(code, Parameters.instant("from", from), Parameters.instant("to", to), reason));
    }

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

    private static ShownReadingView view(ShownReading reading) {
        return new ShownReadingView(
                reading.at(),
                Amount.value(reading.amount()),
                reading.takenAt(),
                reading.takenBackAt(),
                reading.takenBackBy(),
                reading.reason());
    }

    private static NewReading reading(ReadingRequest shown) {
        return new NewReading(Parameters.instant("at", shown.at()), new BigDecimal(shown.value()));
    }

    private static ConsumedView view(Consumed hour) {
        return new ConsumedView(hour.from(), hour.to(), Amount.value(hour.amount()), hour.whole(), hour.estimated());
    }
}
