package org.computility.federation.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.computility.federation.books.MonthTotal;
import org.computility.federation.books.OwnReports;
import org.computility.federation.books.ReportEntry;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;

/** What stands here of the caller's organisation, for the platform below that told it. */
@RequestScoped
@InFamily(Family.PLATFORM)
@Path("/platform/v1/federation/books")
@Produces(MediaType.APPLICATION_JSON)
public class ReportBooksResource {

    @EJB
    private OwnReports reports;

    /** All reports of a month together. */
    public record MonthView(String reportMonth, int reports, String hash) {

        private static MonthView of(MonthTotal total) {
            return new MonthView(total.month(), total.reports(), total.hash());
        }
    }

    /** Each month. */
    public record MonthList(List<MonthView> items) {}

    /** One report. */
    public record ReportHashView(int centerId, String hash, long knownOn) {

        private static ReportHashView of(ReportEntry report) {
            return new ReportHashView(report.centerId(), report.hash(), report.knownOn());
        }
    }

    /** Each report of a month. */
    public record ReportHashList(List<ReportHashView> items) {}

    @GET
    public MonthList months() {
        return new MonthList(reports.months().stream().map(MonthView::of).toList());
    }

    @GET
    @Path("{month}")
    public ReportHashList month(@PathParam("month") String month) {
        return new ReportHashList(
                reports.month(month).stream().map(ReportHashView::of).toList());
    }
}
