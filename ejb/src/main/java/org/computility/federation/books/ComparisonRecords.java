package org.computility.federation.books;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.computility.federation.calls.PlatformAddress;
import org.computility.federation.push.PushRecords;
import org.computility.federation.upper.UpperPlatformRegistry;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.shared.NotFound;
import org.computility.shared.Page;
import org.computility.shared.PageRequest;

/** What came of the last comparison of books. */
@Stateless
public class ComparisonRecords {

    /** Who reads them has seen enough; all that was lost is told again, however much. */
    private static final int MOST_FINDINGS = 1_000;

    @Inject
    Books books;

    @EJB
    PushRecords pushed;

    @EJB
    UpperPlatformRegistry platforms;

    @Inject
    CurrentCaller caller;

    @Inject
    Clock clock;

    /** How much was compared. */
    public record Counts(int months, int reports, int waiting) {}

    /** Takes the place of the one before; what the platform above lost is told to it again. */
    public ComparisonSummary keep(int upperId, Counts counts, List<Difference> differences) {
        books.forgetComparison(upperId);
        books.forgetFindings(upperId);
        BookComparison comparison = BookComparison.of(
                upperId, counts.months(), counts.reports(), counts.waiting(), differences.size(), clock.instant());
        books.session().insert(comparison);
        differences.stream()
                .limit(MOST_FINDINGS)
                .forEach(difference -> books.session().insert(BookFinding.of(upperId, difference)));
        pushed.lost(
                upperId,
                differences.stream()
                        .filter(Difference::lost)
                        .map(Difference::knownOn)
                        .toList());
        return comparison.summary();
    }

    /** NotFound {@code books-not-compared} before the first one; for administrators. */
    public ComparisonSummary summary() {
        return books.comparison(upper()).map(BookComparison::summary).orElseThrow(ComparisonRecords::none);
    }

    /** One page of its differences, the earliest month first; null asks for nothing. */
    public Page<Difference> page(FindingKind kind, PageRequest page) {
        return books.page(upper(), kind, page).map(BookFinding::difference);
    }

    private int upper() {
        caller.require(Role.ADMINISTRATOR);
        return platforms.current().map(PlatformAddress::id).orElseThrow(ComparisonRecords::none);
    }

    private static NotFound none() {
        return new NotFound(
                "books-not-compared", "Books were not compared with a platform above yet: run the job compare-books.");
    }
}
