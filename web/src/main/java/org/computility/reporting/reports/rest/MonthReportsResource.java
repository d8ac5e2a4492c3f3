package org.computility.reporting.reports.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.computility.reporting.reports.MonthReporting;
import org.computility.reporting.reports.ReportStateView;
import org.computility.reporting.reports.ReportStatus;
import org.computility.reporting.rest.Signed;
import org.computility.shared.rest.Audited;
import org.computility.shared.rest.contract.Shape;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;

/** Month reports come in (TC609 A.8). */
@Signed
@RequestScoped
@InFamily(Family.MONITORING)
@Path("/api/monthReport")
@Produces(MediaType.APPLICATION_JSON)
public class MonthReportsResource {

    @EJB
    private MonthReporting reporting;

    /** What became of it: the table has no data, and whoever reports wants to know. */
    public record ReportReceiptView(ReportStatus status, List<String> reasons, long knownOn) {}

    @POST
    @Audited("month report {reportMonth} of center {centerId|centerName}")
    @Shape("MonthReportRequest")
    @Consumes(MediaType.APPLICATION_JSON)
    public ReportReceiptView submit(JsonObject request) {
        ReportStateView state = reporting.submit(MonthReportRequests.read(request));
        return new ReportReceiptView(state.status(), state.reasons(), state.knownOn());
    }
}
