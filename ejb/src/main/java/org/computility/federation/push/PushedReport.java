package org.computility.federation.push;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.computility.reporting.reports.ReportStateView;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A state of a report that a platform above was told. */
@Entity
@Table(name = "pushed_report")
class PushedReport {

    private static final int LONGEST_REASON = 500;
    private static final int MOST_REASONS = 100;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column
    private int upperId;

    /** The state's point of knowledge here. */
    private long knownOn;

    private int centerId;

    /** The center here as which it was told; null: its own. */
    @Column
    private Integer toldAs;

    /** Its first day. */
    private LocalDate month;

    @Enumerated(EnumType.STRING)
    private PushOutcome outcome;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] reasons;

    /** The point of knowledge there; null where it was refused. */
    private Long upperKnownOn;

    private int tries;
    private Instant toldAt;

    protected PushedReport() {}

    static PushedReport of(int upperId, ReportStateView state) {
        PushedReport pushed = new PushedReport();
        pushed.upperId = upperId;
        pushed.knownOn = state.knownOn();
        pushed.centerId = state.centerId();
        pushed.month = state.month().atDay(1);
        return pushed;
    }

    boolean isNew() {
        return id == null;
    }

    /** Told once more; what was made of it counts from now on. */
    void told(int asCenter, PushOutcome made, List<String> said, Long point, Instant now) {
        toldAs = asCenter;
        outcome = made;
        reasons = said.stream().limit(MOST_REASONS).map(PushedReport::kept).toArray(String[]::new);
        upperKnownOn = point;
        tries++;
        toldAt = now;
    }

    /** PostgreSQL keeps no NUL. */
    private static String kept(String reason) {
        return reason.substring(0, Math.min(reason.length(), LONGEST_REASON)).replace('\0', ' ');
    }

    PushedReportView view() {
        return new PushedReportView(
                knownOn, centerId, YearMonth.from(month), outcome, List.of(reasons), upperKnownOn, tries, toldAt);
    }
}
