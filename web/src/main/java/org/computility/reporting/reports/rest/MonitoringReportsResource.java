package org.computility.reporting.reports.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.computility.reporting.reports.KnownMonths;
import org.computility.reporting.reports.KnownReports;
import org.computility.reporting.reports.MonthReporting;
import org.computility.reporting.reports.NewsOfReports;
import org.computility.reporting.reports.ReportDecision;
import org.computility.reporting.reports.ReportNews;
import org.computility.reporting.reports.ReportSearch;
import org.computility.reporting.reports.ReportStatus;
import org.computility.reporting.rest.CenterIds;
import org.computility.shared.PageRequest;
import org.computility.shared.rest.Audited;
import org.computility.shared.rest.PageQuery;
import org.computility.shared.rest.Parameters;
import org.computility.shared.rest.contract.Shape;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;

/** Month reports: what was known of them when, what changed, and what is decided about them. */
@RequestScoped
@InFamily(Family.PLATFORM)
@Path("/platform/v1/monitoring/reports")
@Produces(MediaType.APPLICATION_JSON)
public class MonitoringReportsResource {

    @EJB
    private KnownMonths months;

    @EJB
    private MonthReporting reporting;

    @EJB
    private NewsOfReports news;

    /** A page, with the point of knowledge that it answers for. */
    public record ReportPageView(List<ReportView> items, int page, int pageSize, long total, long knownOn) {}

    /** What became known behind a point, and up to another. */
    public record ReportNewsView(long after, long knownOn, boolean more, List<ReportView> reports) {}

    /** A decision; null: absent. */
    public record ReportReviewRequest(ReportStatus decision, List<String> reasons, Long knownOn) {}

    @GET
    public ReportPageView list(
            @QueryParam("centerId") String centerId,
            @QueryParam("reportMonth") String month,
            @QueryParam("status") String status,
            @QueryParam("province") String province,
            @QueryParam("hubId") String hubId,
            @QueryParam("knownOn") String knownOn,
            @BeanParam PageQuery page) {
        PageRequest request = page.request();
        KnownReports known = months.page(
                new ReportSearch(
                        Parameters.number(centerId),
                        ReportMonths.read(month),
                        Parameters.oneOf(ReportStatus.class, status),
                        Parameters.text(province),
                        Parameters.text(hubId),
                        point(knownOn)),
                request);
        return new ReportPageView(
                known.reports().stream().map(ReportView::of).toList(),
                request.number(),
                request.size(),
                known.total(),
                known.knownOn());
    }

    @GET
    @Path("news")
    public ReportNewsView news(@QueryParam("after") String after, @QueryParam("most") String most) {
        Integer wanted = Parameters.number(most);
        ReportNews found = news.seen(point(after), wanted == null ? NewsOfReports.MOST : wanted);
        return new ReportNewsView(
                found.after(),
                found.knownOn(),
                found.more(),
                found.states().stream().map(ReportView::of).toList());
    }

    @GET
    @Path("{centerId}/{month}")
    public ReportView get(
            @PathParam("centerId") String centerId,
            @PathParam("month") String month,
            @QueryParam("knownOn") String knownOn) {
        return ReportView.of(months.at(CenterIds.read(centerId), ReportMonths.read(month), point(knownOn)));
    }

    @GET
    @Path("{centerId}/{month}/states")
    public List<ReportView> states(@PathParam("centerId") String centerId, @PathParam("month") String month) {
        return months.states(CenterIds.read(centerId), ReportMonths.read(month)).stream()
                .map(ReportView::of)
                .toList();
    }

    @GET
    @Path("{centerId}/{month}/comparison")
    public ReportComparisonView compare(
            @PathParam("centerId") String centerId,
            @PathParam("month") String month,
            @QueryParam("from") String from,
            @QueryParam("to") String to) {
        return ReportComparisonView.of(
                months.compare(CenterIds.read(centerId), ReportMonths.read(month), point(from), point(to)));
    }

    @POST
    @Audited("review of month report {month} of center {centerId}")
    @Path("{centerId}/{month}/review")
    @Shape("ReportReviewRequest")
    @Consumes(MediaType.APPLICATION_JSON)
    public ReportView review(
            @PathParam("centerId") String centerId, @PathParam("month") String month, ReportReviewRequest review) {
        List<String> reasons = review.reasons() == null ? List.of() : review.reasons();
        return ReportView.of(reporting.decide(
                CenterIds.read(centerId),
                ReportMonths.read(month),
                new ReportDecision(review.decision(), reasons, review.knownOn())));
    }

    private static Long point(String text) {
        return Parameters.text(text) == null ? null : Long.valueOf(text);
    }
}
