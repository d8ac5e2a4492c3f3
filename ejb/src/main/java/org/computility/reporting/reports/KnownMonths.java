package org.computility.reporting.reports;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.reporting.centers.ReportedCenterRegistry;
import org.computility.reporting.figures.FigureChange;
import org.computility.shared.Member;
import org.computility.shared.NotFound;
import org.computility.shared.Page;
import org.computility.shared.PageRequest;
import org.computility.shared.Rejected;

/**
 * Month reports as they were known at a point (TC609 A.9). An organisation sees those of its own centers, an administrator all. A
 * point is given by an answer; asked for with it, the same question has the same answer for ever.
 */
@Stateless
public class KnownMonths {

    /** Of one answer: more than a month of every center that a nation may have. */
    static final int MOST = 20_000;

    private static final Member KNOWN_ON = new Member("knownOn");

    @Inject
    ReportStates states;

    @EJB
    ReportedCenterRegistry centers;

    @Inject
    CurrentCaller caller;

    /**
     * All that are asked for, by month and center.
     *
     * @throws Rejected {@code list-too-large} for more than 20,000, {@code member-invalid} for a point that has not come
     */
    public KnownReports all(ReportSearch asked) {
        caller.require(Role.READERS);
        long knownOn = point(asked.knownOn());
        List<ReportState> found = states.some(caller.get().scope(), asked, knownOn, MOST + 1);
        if (found.size() > MOST) {
            throw new Rejected(
                    "list-too-large", new Member("reportMonth"), "More than 20,000 reports: say {member} or centerId.");
        }
        return new KnownReports(knownOn, found.stream().map(ReportState::view).toList(), found.size());
    }

    /** One page of them, the newest month first. */
    public KnownReports page(ReportSearch asked, PageRequest page) {
        caller.require(Role.READERS);
        long knownOn = point(asked.knownOn());
        Page<ReportState> found = states.page(caller.get().scope(), asked, knownOn, page);
        return new KnownReports(knownOn, found.map(ReportState::view).content(), found.total());
    }

    /**
     * Every state that a report was in, the first first.
     *
     * @throws NotFound {@code reported-center-unknown}, {@code report-unknown}
     */
    public List<ReportStateView> states(int centerId, YearMonth month) {
        requireSeen(centerId);
        List<ReportState> all = states.between(centerId, month.atDay(1), 0, states.newestPoint());
        if (all.isEmpty()) {
            throw MonthReporting.unknown(centerId, month);
        }
        return all.stream().map(ReportState::view).toList();
    }

    /** A report as it was known at that point; null: now. */
    public ReportStateView at(int centerId, YearMonth month, Long knownOn) {
        requireSeen(centerId);
        return states.at(centerId, month.atDay(1), point(knownOn))
                .map(ReportState::view)
                .orElseThrow(() -> MonthReporting.unknown(centerId, month));
    }

    /**
     * What changed about a report between two points, and by whom.
     *
     * @throws Rejected {@code period-reversed} where the first point lies behind the second
     */
    public ReportComparison compare(int centerId, YearMonth month, long from, long to) {
        requireSeen(centerId);
        if (from > to) {
            throw new Rejected("period-reversed", new Member("from"), "{member} is not behind to.");
        }
        point(to);
        Optional<ReportStateView> before =
                states.at(centerId, month.atDay(1), from).map(ReportState::view);
        Optional<ReportStateView> after =
                states.at(centerId, month.atDay(1), to).map(ReportState::view);
        if (after.isEmpty()) {
            throw MonthReporting.unknown(centerId, month);
        }
        return new ReportComparison(
                before.orElse(null),
                after.get(),
                FigureChange.between(
                        before.map(ReportStateView::figures).orElse(null),
                        after.get().figures()),
                states.between(centerId, month.atDay(1), from, to).stream()
                        .map(ReportState::view)
                        .toList());
    }

    /** The newest point, unless another is asked for. What is asked for must be over: more could still become known up to it. */
    private long point(Long asked) {
        long newest = states.newestPoint();
        if (asked == null) {
            return newest;
        }
        if (asked > newest) {
            throw new Rejected("member-invalid", KNOWN_ON, "{member} is at most " + newest + ", the newest point.");
        }
        return asked;
    }

    private void requireSeen(int centerId) {
        caller.require(Role.READERS);
        centers.meant(centerId, null);
    }
}
