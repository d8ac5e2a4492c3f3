package org.computility.federation.books;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import org.computility.federation.calls.PlatformAddress;
import org.computility.federation.calls.PlatformAway;
import org.computility.federation.calls.PlatformCalls;
import org.computility.federation.calls.PlatformRefusal;
import org.computility.federation.calls.PlatformSession;

/** Compares the books with those of the platform above, and has sent again what that platform lost. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BooksCompared {

    @Inject
    Books books;

    @Inject
    PlatformCalls calls;

    @Inject
    UpperReports upperReports;

    @EJB
    ComparisonRecords records;

    /**
     * What came of it, which is kept.
     *
     * @throws PlatformAway where the platform above does not answer
     * @throws PlatformRefusal where it tells no books: it is of another kind
     */
    public ComparisonSummary compare(PlatformAddress upper) throws PlatformRefusal {
        PlatformSession session = calls.login(upper);
        // Their months first, then what is told here, then a month of theirs that differs: what is told meanwhile is
        // missing in neither.
        List<MonthTotal> theirs = upperReports.months(session);
        List<OwnEntry> ours = books.own(upper.id());
        Comparing comparing = new Comparing(ours, theirs, books.merged(upper.id()));
        List<Difference> differences = comparing.differences(month -> month(session, month));
        int waiting = (int) ours.stream().filter(own -> !own.isTaken()).count();
        return records.keep(
                upper.id(), new ComparisonRecords.Counts(comparing.months().size(), ours.size(), waiting), differences);
    }

    private List<ReportEntry> month(PlatformSession session, String month) {
        try {
            return upperReports.month(session, month);
        } catch (PlatformRefusal refused) {
            throw PlatformAway.senseless("tells the months of its books, and refuses one: " + refused.getMessage());
        }
    }
}
