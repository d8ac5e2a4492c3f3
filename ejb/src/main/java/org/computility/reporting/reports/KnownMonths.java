package org.computility.reporting.reports;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.reporting.centers.ReportedCenterRegistry;
import org.computility.reporting.figures.FigureChange;
import org.computility.reporting.merges.MergedCenters;
import org.computility.shared.Member;
import org.computility.shared.NotFound;
import org.computility.shared.Page;
import org.computility.shared.PageRequest;
import org.computility.shared.Rejected;

/**
 * Month reports as they were known at a point (TC609 A.9). An organisation sees those of its own centers, an administrator all,
 * each month of a center once, whoever reported it. A point is given by an answer; asked for with it, the same question has the same answer for ever.
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

    @EJB
    MergedCenters merges;

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
        List<ReportState> found = states.some(viewpoint(knownOn), asked, counting(asked.centerId(), knownOn), MOST + 1);
        if (found.size() > MOST) {
            throw new Rejected(
                    "list-too-large", new Member("reportMonth"), "More than 20,000 reports: say {member} or centerId.");
        }
        return new KnownReports(knownOn, views(found, knownOn), found.size());
    }

    /** One page of them, the newest month first. */
    public KnownReports page(ReportSearch asked, PageRequest page) {
        caller.require(Role.READERS);
        long knownOn = point(asked.knownOn());
        Page<ReportState> found = states.page(viewpoint(knownOn), asked, counting(asked.centerId(), knownOn), page);
        return new KnownReports(knownOn, views(found.content(), knownOn), found.total());
    }

    /**
     * Every state that a report was in, the first first; for whoever sees all, those of all centers that count as that one.
     *
     * @throws NotFound {@code reported-center-unknown}, {@code report-unknown}
     */
    public List<ReportStateView> states(int centerId, YearMonth month) {
        requireSeen(centerId);
        long newest = states.newestPoint();
        List<ReportStateView> all = between(centerId, month, 0, newest);
        if (all.isEmpty()) {
            throw MonthReporting.unknown(centerId, month);
        }
        return all;
    }

    /** A report as it was known at that point; null: now. */
    public ReportStateView at(int centerId, YearMonth month, Long knownOn) {
        requireSeen(centerId);
        return known(centerId, month, point(knownOn)).orElseThrow(() -> MonthReporting.unknown(centerId, month));
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
        Optional<ReportStateView> before = known(centerId, month, from);
        Optional<ReportStateView> after = known(centerId, month, to);
        if (after.isEmpty()) {
            throw MonthReporting.unknown(centerId, month);
        }
        return new ReportComparison(
                before.orElse(null),
                after.get(),
                FigureChange.between(
                        before.map(ReportStateView::figures).orElse(null),
                        after.get().figures()),
                between(centerId, month, from, to));
    }

    private Optional<ReportStateView> known(int centerId, YearMonth month, long knownOn) {
        ReportSearch asked = new ReportSearch(centerId, month, null, knownOn);
        return views(states.some(viewpoint(knownOn), asked, counting(centerId, knownOn), 1), knownOn).stream()
                .findFirst();
    }

    private List<ReportStateView> between(int centerId, YearMonth month, long behind, long upTo) {
        return views(
                states.between(counting(centerId, upTo).toArray(Integer[]::new), month.atDay(1), behind, upTo), upTo);
    }

    /** Whoever sees all sees each month of a center once. */
    private Viewpoint viewpoint(long knownOn) {
        UUID scope = caller.get().scope();
        return new Viewpoint(scope, scope == null && merges.any(knownOn), knownOn);
    }

    /** What counted as that center; an organisation sees what it reported alone. Null for all. */
    private Set<Integer> counting(Integer centerId, long knownOn) {
        if (centerId == null) {
            return null;
        }
        return caller.get().scope() == null ? merges.members(centerId, knownOn) : Set.of(centerId);
    }

    private List<ReportStateView> views(List<ReportState> found, long knownOn) {
        List<ReportStateView> views = found.stream().map(ReportState::view).toList();
        if (caller.get().scope() != null) {
            return views;
        }
        Map<Integer, Integer> into = merges.into(
                views.stream().map(ReportStateView::centerId).distinct().toList(), knownOn);
        return views.stream()
                .map(view -> view.countedFor(into.get(view.centerId())))
                .toList();
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
