package org.computility.federation.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.computility.federation.push.PushOutcome;
import org.computility.federation.push.PushSearch;
import org.computility.federation.push.PushedReportView;
import org.computility.federation.push.UpwardReports;
import org.computility.shared.rest.Listing;
import org.computility.shared.rest.PageQuery;
import org.computility.shared.rest.Parameters;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;
import org.computility.shared.rest.family.dates.MonitoringDates;

/** What the platform above was told, and what it made of it. */
@RequestScoped
@InFamily(Family.PLATFORM)
@Path("/platform/v1/federation/reports")
@Produces(MediaType.APPLICATION_JSON)
public class PushedReportsResource {

    private static final MonitoringDates.Month MONTH = new MonitoringDates.Month();

    @EJB
    private UpwardReports reports;

    /** A state that was told; the month as TC609 prints it. */
    public record ToldReportView(
            long knownOn,
            int centerId,
            String reportMonth,
            PushOutcome outcome,
            List<String> reasons,
            Long upperKnownOn,
            int tries,
            Instant toldAt) {

        private static ToldReportView of(PushedReportView pushed) {
            return new ToldReportView(
                    pushed.knownOn(),
                    pushed.centerId(),
                    MONTH.adaptToJson(pushed.month()),
                    pushed.outcome(),
                    pushed.reasons(),
                    pushed.upperKnownOn(),
                    pushed.tries(),
                    pushed.toldAt());
        }
    }

    @GET
    public Listing<ToldReportView> list(
            @QueryParam("centerId") String centerId,
            @QueryParam("reportMonth") String month,
            @QueryParam("outcome") String outcome,
            @BeanParam PageQuery page) {
        String of = Parameters.text(month);
        PushSearch asked = new PushSearch(
                Parameters.number(centerId),
                of == null ? null : MONTH.adaptFromJson(of),
                Parameters.oneOf(PushOutcome.class, outcome));
        return Listing.of(reports.page(asked, page.request()).map(ToldReportView::of));
    }
}
