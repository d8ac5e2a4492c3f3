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
import org.computility.federation.books.ComparisonRecords;
import org.computility.federation.books.ComparisonSummary;
import org.computility.federation.books.Difference;
import org.computility.federation.books.FindingKind;
import org.computility.shared.Page;
import org.computility.shared.rest.PageQuery;
import org.computility.shared.rest.Parameters;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;

/** Whether the platform above has what it was told. */
@RequestScoped
@InFamily(Family.PLATFORM)
@Path("/platform/v1/federation/comparison")
@Produces(MediaType.APPLICATION_JSON)
public class BookComparisonResource {

    @EJB
    private ComparisonRecords records;

    /** A report about which the books differ. */
    public record DifferenceView(
            FindingKind kind,
            Integer centerId,
            int upperCenterId,
            String reportMonth,
            Long knownOn,
            Long upperKnownOn,
            boolean sentAgain) {

        private static DifferenceView of(Difference difference) {
            return new DifferenceView(
                    difference.kind(),
                    difference.centerId(),
                    difference.upperCenterId(),
                    difference.month(),
                    difference.knownOn(),
                    difference.upperKnownOn(),
                    difference.lost());
        }
    }

    /** The last comparison, and a page of its differences. */
    public record ComparisonView(
            Instant comparedAt,
            int months,
            int reports,
            int waiting,
            boolean equal,
            List<DifferenceView> items,
            int page,
            int pageSize,
            long total) {}

    @GET
    public ComparisonView get(@QueryParam("kind") String kind, @BeanParam PageQuery page) {
        ComparisonSummary summary = records.summary();
        Page<DifferenceView> found = records.page(Parameters.oneOf(FindingKind.class, kind), page.request())
                .map(DifferenceView::of);
        return new ComparisonView(
                summary.comparedAt(),
                summary.months(),
                summary.reports(),
                summary.waiting(),
                summary.equal(),
                found.content(),
                found.request().number(),
                found.request().size(),
                found.total());
    }
}
