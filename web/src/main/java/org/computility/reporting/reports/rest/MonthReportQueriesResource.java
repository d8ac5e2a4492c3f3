package org.computility.reporting.reports.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.computility.reporting.centers.ReportedCenterRegistry;
import org.computility.reporting.reports.KnownMonths;
import org.computility.reporting.reports.ReportSearch;
import org.computility.reporting.rest.Signed;
import org.computility.shared.rest.Parameters;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;

/** Month reports as they stand (TC609 A.9). */
@Signed
@RequestScoped
@InFamily(Family.MONITORING)
@Path("/api/queryMonthReport")
@Produces(MediaType.APPLICATION_JSON)
public class MonthReportQueriesResource {

    @EJB
    private KnownMonths months;

    @EJB
    private ReportedCenterRegistry centers;

    @GET
    public MonthReportList query(@QueryParam("centerId") String centerId, @QueryParam("reportMonth") String month) {
        return MonthReportList.of(
                months.all(new ReportSearch(Parameters.number(centerId), ReportMonths.read(month), null, null)),
                centers::names);
    }
}
