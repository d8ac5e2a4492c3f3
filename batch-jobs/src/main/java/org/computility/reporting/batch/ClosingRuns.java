package org.computility.reporting.batch;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.time.YearMonth;
import org.computility.operations.BatchRuns;
import org.computility.reporting.closing.ClosingTally;
import org.computility.reporting.closing.MonthClosing;
import org.computility.reporting.figures.Figures;

/**
 * What the job's artifacts do, each center in one transaction of its own, never in the engine's: that one would span two
 * connections, and stay in doubt where the server is killed in its middle. Points of knowledge are taken last and held to the
 * commit: two centers in one transaction could wait for somebody who reports, and that one for them.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ClosingRuns {

    @EJB
    MonthClosing closing;

    @EJB
    BatchRuns runs;

    /** The month of a run; the same for each attempt. */
    public YearMonth month(long run, String monthsBack) {
        return closing.month(runs.find(run).orElseThrow().createdAt(), Integer.parseInt(monthsBack));
    }

    /** Closes a center's month. */
    public void close(long run, YearMonth month, int centerId, Figures figures) {
        closing.close(run, centerId, month, figures);
    }

    /** Shows how far the run is. Not with each center: whoever reports would wait while all rows of the run are counted. */
    public void show(long run) {
        ClosingTally tally = closing.tally(run);
        runs.progress(run, tally.percent(closing.count()), tally.facts());
    }
}
