package org.computility.reporting.reports;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.computility.identity.Caller;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.reporting.centers.ReportedCenterRegistry;
import org.computility.reporting.centers.ReportedCenterView;
import org.computility.reporting.figures.FigureGroup;
import org.computility.reporting.figures.Figures;
import org.computility.reporting.merges.MergedCenters;
import org.computility.reporting.plausibility.Judgement;
import org.computility.reporting.plausibility.Plausibility;
import org.computility.shared.Conflict;
import org.computility.shared.Member;
import org.computility.shared.NotFound;
import org.computility.shared.Rejected;
import org.computility.shared.StandardTime;

/**
 * Month reports come in and are decided (TC609 A.8, clause 5.3.1). Each deed makes a state with a point of knowledge of its own; the
 * points are in the order in which the deeds were committed.
 */
@Stateless
public class MonthReporting {

    private static final Member MONTH = new Member("reportMonth");
    private static final int MONTHS_A_YEAR = 12;

    @Inject
    ReportStates states;

    @Inject
    ClosedMonths closedMonths;

    @EJB
    ReportedCenterRegistry centers;

    @EJB
    Plausibility plausibility;

    @EJB
    MergedCenters merges;

    @Inject
    CurrentCaller caller;

    @Inject
    Clock clock;

    /**
     * Reports a month of a center, or reports it anew: the latest figures count, earlier ones are kept. The same figures once more
     * change nothing. What breaks no rule is accepted; what a rule doubts waits for people; what cannot be true is returned. What
     * the platform had added to the month before is added anew, in a state of its own. Rules compare also with what the last closing of
     * the month knew.
     *
     * @throws NotFound {@code reported-center-unknown}
     * @throws Rejected {@code member-missing} and {@code member-invalid} for the center, {@code member-invalid} for a month that has
     *     not begun
     */
    public ReportStateView submit(NewMonthReport wanted) {
        Caller reporter = caller.require(Role.REPORTERS);
        ReportedCenterView center = centers.meant(wanted.centerId(), wanted.centerName());
        YearMonth month = wanted.month();
        if (month.isAfter(YearMonth.now(clock.withZone(StandardTime.zone())))) {
            throw new Rejected("member-invalid", MONTH, "{member} " + month + " has not begun.");
        }
        lock(center.id(), month);
        List<ReportState> newest = newest(center.id(), month);
        Optional<ReportState> current = of(month, newest);
        // Most months are reported before they are closed: then nothing more is looked for.
        Optional<ReportState> closed = current.flatMap(any -> states.lastClosed(center.id(), month.atDay(1)));
        Optional<ReportState> before = closed.flatMap(any -> states.lastReported(center.id(), month.atDay(1)));
        if (current.filter(state -> state.isClosed() ? says(before, wanted) : state.says(wanted.figures()))
                .isPresent()) {
            return current.get().view();
        }
        Figures whole = wanted.figures().completedBy(added(closed, before));
        Figures monthBefore = comparable(month.minusMonths(1), newest);
        Figures known = current.map(any -> known(center.id(), month)).orElse(Figures.NONE);
        Judgement judgement = plausibility.judge(wanted.figures(), monthBefore, known);
        ReportStateView reported =
                judged(center, month, wanted.figures(), judgement, ReportDeed.SUBMISSION, reporter.username());
        return closed.filter(any -> !whole.equals(wanted.figures()))
                .map(state -> judged(
                        center,
                        month,
                        whole,
                        plausibility.judge(whole, monthBefore, known),
                        ReportDeed.CLOSING,
                        state.doneBy()))
                .orElse(reported);
    }

    /**
     * Completes what was reported of a month by what the platform knows itself; needs no caller. What somebody reported stands, also
     * where the platform knows another figure; rules may doubt it then. The same figures once more change nothing, and a report that
     * somebody returned waits to be reported anew.
     *
     * @param by who closes it, as states show it
     * @throws NotFound {@code report-unknown} where there is no such center
     */
    public Closing close(int centerId, YearMonth month, Figures known, String by) {
        ReportedCenterView center = centers.known(centerId).orElseThrow(() -> unknown(centerId, month));
        lock(centerId, month);
        keep(centerId, month, known);
        List<ReportState> newest = newest(centerId, month);
        Optional<ReportState> current = of(month, newest);
        if (current.filter(ReportState::isSentBack).isPresent()) {
            return Closing.LEFT;
        }
        Optional<ReportState> reported = states.lastReported(centerId, month.atDay(1));
        // Of an older month the sources tell no more what they had: what an earlier closing knew of it stays.
        Figures all = known.completedBy(
                added(states.lastClosed(centerId, month.atDay(1)), reported).only(FigureGroup.SUPPLY));
        Figures whole = reported.map(state -> state.figures().completedBy(all)).orElse(all);
        if (current.filter(state -> state.says(whole) && state.tells(plausibility.contradictions(whole, known)))
                .isPresent()) {
            return Closing.UNCHANGED;
        }
        if (current.filter(ReportState::isAcceptedByPeople).isPresent()) {
            return Closing.LEFT;
        }
        Judgement judgement = plausibility.judge(whole, comparable(month.minusMonths(1), newest), known);
        judged(center, month, whole, judgement, ReportDeed.CLOSING, by);
        return Closing.CLOSED;
    }

    /**
     * Accepts or returns a report; for administrators.
     *
     * @throws NotFound {@code report-unknown}
     * @throws Conflict {@code report-changed}, {@code report-decided}
     * @throws Rejected {@code member-missing} without a reason to return it
     */
    public ReportStateView decide(int centerId, YearMonth month, ReportDecision decision) {
        Caller reviewer = caller.require(Role.ADMINISTRATOR);
        int reported = reportedAs(centerId, month, decision.knownOn());
        lock(reported, month);
        ReportState current = states.newest(reported, month.atDay(1)).orElseThrow(() -> unknown(centerId, month));
        ReportStateView decided = keep(current.decide(decision, reviewer.username(), clock.instant()));
        return decided.countedFor(
                merges.into(List.of(reported), MergedCenters.NOW).get(reported));
    }

    static NotFound unknown(int centerId, YearMonth month) {
        return new NotFound("report-unknown", "Center " + centerId + " has no report of " + month + ".");
    }

    private static boolean says(Optional<ReportState> reported, NewMonthReport wanted) {
        return reported.filter(state -> state.says(wanted.figures())).isPresent();
    }

    private void keep(int centerId, YearMonth month, Figures known) {
        ClosedMonth closed =
                closedMonths.find(centerId, month.atDay(1)).orElseGet(() -> ClosedMonth.of(centerId, month));
        closed.close(known);
        closedMonths.session().upsert(closed);
    }

    /** What the last closing of the month knew. A closed month has a report. */
    private Figures known(int centerId, YearMonth month) {
        return closedMonths
                .find(centerId, month.atDay(1))
                .map(ClosedMonth::known)
                .orElse(Figures.NONE);
    }

    /** What the platform said of the month beside what was reported. */
    private static Figures added(Optional<ReportState> closed, Optional<ReportState> reported) {
        Figures said = closed.map(ReportState::figures).orElse(Figures.NONE);
        return reported.map(state -> said.without(state.figures())).orElse(said);
    }

    /** The newest states of the month and of the one before, as far as they were reported. */
    private List<ReportState> newest(int centerId, YearMonth month) {
        return states.newestOfTwo(centerId, month.atDay(1), month.minusMonths(1).atDay(1));
    }

    private static Optional<ReportState> of(YearMonth month, List<ReportState> some) {
        return some.stream().filter(state -> state.isOf(month)).findFirst();
    }

    private static Figures comparable(YearMonth month, List<ReportState> some) {
        return of(month, some).map(ReportState::comparable).orElse(null);
    }

    private ReportStateView judged(
            ReportedCenterView center,
            YearMonth month,
            Figures figures,
            Judgement judgement,
            ReportDeed deed,
            String by) {
        return keep(ReportState.submit(center, month, figures, judgement, deed, by, clock.instant()));
    }

    /** The last thing that is waited for. */
    private ReportStateView keep(ReportState next) {
        return next.keptIn(states);
    }

    /** Which of the centers that count as that one was reported with what was looked at; itself where none was. */
    private int reportedAs(int centerId, YearMonth month, long knownOn) {
        return merges.members(centerId, MergedCenters.NOW).stream()
                .filter(member -> states.newest(member, month.atDay(1))
                        .filter(state -> state.isOn(knownOn))
                        .isPresent())
                .findFirst()
                .orElse(centerId);
    }

    private void lock(int centerId, YearMonth month) {
        states.lockReport(centerId, month.getYear() * MONTHS_A_YEAR + month.getMonthValue());
    }
}
