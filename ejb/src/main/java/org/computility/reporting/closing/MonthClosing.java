package org.computility.reporting.closing;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.computility.centers.CenterDirectory;
import org.computility.energy.hours.CenterConsumption;
import org.computility.reporting.figures.Figures;
import org.computility.reporting.live.OperationalQueries;
import org.computility.reporting.reports.Closing;
import org.computility.reporting.reports.MonthReporting;
import org.computility.reporting.sources.CenterSources;
import org.computility.settlement.computing.months.MonthUse;
import org.computility.settlement.computing.months.MonthlyUse;
import org.computility.settlement.computing.months.SpecUse;
import org.computility.shared.StandardTime;

/** The steps of the job {@code close-month}; each may be repeated. */
@Stateless
public class MonthClosing {

    /** Before all centers. */
    public static final int BEGINNING = 0;

    private static final String BY = "close-month";

    @Inject
    Closings closings;

    @EJB
    CenterSources sources;

    @EJB
    MonthReporting reporting;

    @EJB
    MonthlyUse use;

    @EJB
    OperationalQueries live;

    @EJB
    CenterDirectory directory;

    @EJB
    CenterConsumption consumption;

    @Inject
    Clock clock;

    /** The month that a run closes; the same for each attempt at it. */
    public YearMonth month(Instant begun, int monthsBack) {
        return YearMonth.from(begun.atZone(StandardTime.zone())).minusMonths(monthsBack);
    }

    /** The next centers behind that one whose months can be closed: those that have sources. None at the end. In no transaction. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public List<Integer> next(int behind, int most) {
        return sources.centersBehind(behind, most);
    }

    /**
     * What the platform knows of a month of a center: what jobs did at its job centers; what its meters counted; and what the sources
     * have, of which they tell no history, for the month that runs and the one before. In no transaction.
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Figures known(int centerId, YearMonth month) {
        KnownFigures known = new KnownFigures();
        List<String> centers = sources.jobCenters(centerId);
        if (!centers.isEmpty()) {
            MonthUse used = use.of(centers, month);
            known.used(
                    used,
                    directory.specs(used.specs().stream().map(SpecUse::specId).toList()));
        }
        known.metered(consumption.period(centerId, beginning(month), beginning(month.plusMonths(1))));
        if (!month.isBefore(month(clock.instant(), 1))) {
            known.has(live.told(centerId));
        }
        return known.figures();
    }

    /** Closes a month of a center, unless the run has done so; keeps both together. */
    public void close(long run, int centerId, YearMonth month, Figures known) {
        if (closings.through(run, centerId) == 0) {
            Closing outcome = reporting.close(centerId, month, known, BY);
            closings.keep(run, centerId, outcome.name());
        }
    }

    /** What the run has done so far. */
    public ClosingTally tally(long run) {
        return closings.tally(run);
    }

    /** How many centers there are to close a month of. */
    public long count() {
        return sources.countCenters();
    }

    private static Instant beginning(YearMonth month) {
        return month.atDay(1).atStartOfDay(StandardTime.zone()).toInstant();
    }
}
