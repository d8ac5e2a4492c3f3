package org.computility.reporting.reports;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.computility.reporting.centers.ReportedCenterView;
import org.computility.reporting.figures.Figures;
import org.computility.reporting.figures.FiguresColumn;
import org.computility.reporting.plausibility.Judgement;
import org.computility.shared.Conflict;
import org.computility.shared.Member;
import org.computility.shared.Rejected;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * A state of a month report. It is written once; the state that follows it says only that it was followed. A verb makes the next
 * state.
 */
@Entity
@Table(name = "report_state")
class ReportState {

    @Id
    private long knownOn;

    private int centerId;

    /** Of the center when the report came: others' reports stay theirs. */
    private UUID organisationId;

    /** Of the center when the report came, to be asked for by it. */
    private String province;

    private String hubId;

    /** Its first day. */
    private LocalDate month;

    @Enumerated(EnumType.STRING)
    private ReportStatus status;

    @Enumerated(EnumType.STRING)
    private ReportDeed deed;

    private String doneBy;
    private Instant doneAt;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] reasons;

    @Convert(converter = FiguresColumn.class)
    @JdbcTypeCode(SqlTypes.JSON)
    private Figures figures;

    private String hash;

    /** The point of the state that came next; null for the newest. */
    @Column
    private Long followedOn;

    protected ReportState() {}

    /** @param deed SUBMISSION or CLOSING */
    static ReportState submit(
            ReportedCenterView center,
            YearMonth month,
            Figures figures,
            Judgement judgement,
            ReportDeed deed,
            String doneBy,
            Instant now) {
        ReportState state = new ReportState();
        state.centerId = center.id();
        state.organisationId = center.organisationId();
        state.province = center.province();
        state.hubId = center.hubId();
        state.month = month.atDay(1);
        state.figures = figures;
        state.hash = figures.hash();
        state.status = judgement.returns()
                ? ReportStatus.RETURNED
                : judgement.doubts() ? ReportStatus.SUBMITTED : ReportStatus.ACCEPTED;
        state.did(deed, doneBy, now, judgement.reasons());
        return state;
    }

    /**
     * The state that a decision leads to.
     *
     * @throws Conflict {@code report-changed} where another state was looked at, {@code report-decided} where it is decided so
     * @throws Rejected {@code member-missing} where it is to be returned without a reason
     */
    ReportState decide(ReportDecision decision, String decidedBy, Instant now) {
        if (decision.knownOn() != knownOn) {
            throw new Conflict(
                    "report-changed",
                    new Member("knownOn"),
                    "The report has changed on " + knownOn
                            + ": look at it anew. {member} says which state was looked at.");
        }
        if (!status.next().contains(decision.status())) {
            throw new Conflict("report-decided", "The report is " + status + " already.");
        }
        if (decision.status() == ReportStatus.RETURNED && decision.reasons().isEmpty()) {
            throw new Rejected(
                    "member-missing", new Member("reasons"), "{member} is missing: say what is to be mended.");
        }
        ReportState state = new ReportState();
        state.centerId = centerId;
        state.organisationId = organisationId;
        state.province = province;
        state.hubId = hubId;
        state.month = month;
        state.figures = figures;
        state.hash = hash;
        state.status = decision.status();
        state.did(ReportDeed.REVIEW, decidedBy, now, decision.reasons());
        return state;
    }

    /**
     * Writes a state that was just made, as the newest of its report; from then on it has a point of knowledge.
     */
    ReportStateView keptIn(ReportStates states) {
        knownOn = states.keep(
                ReportStates.KNOWLEDGE,
                centerId,
                organisationId,
                province,
                hubId,
                month,
                status.name(),
                deed.name(),
                doneBy,
                doneAt,
                reasons,
                new FiguresColumn().convertToDatabaseColumn(figures),
                hash);
        return view();
    }

    /** Whether somebody looked at the figures and sent them back. */
    boolean isSentBack() {
        return status == ReportStatus.RETURNED && deed == ReportDeed.REVIEW;
    }

    /** Whether somebody looked at the figures and accepted them as they are. */
    boolean isAcceptedByPeople() {
        return status == ReportStatus.ACCEPTED && deed == ReportDeed.REVIEW;
    }

    boolean isOf(YearMonth some) {
        return month.equals(some.atDay(1));
    }

    boolean isOn(long point) {
        return knownOn == point;
    }

    /** Whether the platform completed it itself. */
    boolean isClosed() {
        return deed == ReportDeed.CLOSING;
    }

    String doneBy() {
        return doneBy;
    }

    Figures figures() {
        return figures;
    }

    boolean says(Figures others) {
        return figures.equals(others);
    }

    /** Whether these are among the reasons that it gives. */
    boolean tells(List<String> some) {
        return List.of(reasons).containsAll(some);
    }

    /** To compare the next month with; what was returned compares with nothing. */
    Figures comparable() {
        return status == ReportStatus.RETURNED ? null : figures;
    }

    ReportStateView view() {
        return new ReportStateView(
                knownOn,
                centerId,
                YearMonth.from(month),
                status,
                deed,
                doneBy,
                doneAt,
                List.of(reasons),
                figures,
                hash,
                null);
    }

    private void did(ReportDeed what, String by, Instant at, List<String> why) {
        deed = what;
        doneBy = by;
        doneAt = at;
        reasons = why.toArray(new String[0]);
    }
}
