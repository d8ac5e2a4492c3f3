package org.computility.jobs.register;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.computility.connector.jobs.JobReport;
import org.computility.jobs.AttemptFacts;
import org.computility.jobs.AttemptState;
import org.computility.jobs.ChosenPlace;
import org.computility.jobs.register.columns.PlaceColumn;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A task handed to a runtime. */
@Entity
@Table(name = "job_attempt")
class JobAttempt {

    private static final int LONGEST_REASON = 1000;
    private static final String LEFT = "its center did not answer; it goes on elsewhere";

    @Id
    private String runtimeId;

    @Version
    private int version;

    private UUID taskId;
    private UUID jobId;
    private int number;
    private String centerId;

    @Enumerated(EnumType.STRING)
    private AttemptState state;

    private Integer exitStatus;
    private String reason;

    @Convert(converter = PlaceColumn.class)
    @JdbcTypeCode(SqlTypes.JSON)
    private ChosenPlace placement;

    private Instant placedAt;
    private Instant submittedAt;
    private Instant startedAt;
    private Instant endedAt;

    private Instant heardAt;

    private Instant silentSince;
    private Instant cancelAt;
    private String reclaimedBecause;
    private Instant toldUntil;

    private Instant claimedUntil;

    // Statements ask for it.
    @Column
    private boolean leftBehind;

    protected JobAttempt() {}

    static JobAttempt place(JobTask task, int number, String centerId, ChosenPlace why, Instant now) {
        return place(task.taskId(), task.jobId(), number, centerId, why, now);
    }

    static JobAttempt place(UUID taskId, UUID jobId, int number, String centerId, ChosenPlace why, Instant now) {
        JobAttempt attempt = new JobAttempt();
        attempt.runtimeId = taskId + "-" + number;
        attempt.taskId = taskId;
        attempt.jobId = jobId;
        attempt.number = number;
        attempt.centerId = centerId;
        attempt.state = AttemptState.PLACED;
        attempt.placement = why;
        attempt.placedAt = now;
        attempt.claimedUntil = now;
        return attempt;
    }

    /** Takes over what the runtime says of it. What has ended stays as it ended. */
    void take(JobReport report, Instant now) {
        if (state.isFinal()) {
            return;
        }
        AttemptState next = AttemptState.of(report.state());
        if (next == AttemptState.LOST && state == AttemptState.SUBMITTING) {
            // Asked for only when it is to end: it never arrived.
            next = AttemptState.CANCELLED;
        }
        state = next;
        exitStatus = report.exitStatus();
        reason = isLeft() ? LEFT : shortened(isTakenBack() ? reclaimedBecause : report.reason());
        // The first word stays: others have reckoned with it.
        startedAt = startedAt == null ? within(placedAt, report.startedAt(), now) : startedAt;
        if (next.isFinal()) {
            Instant told = report.endedAt() == null ? lastMoment(now) : report.endedAt();
            endedAt = within(startedAt == null ? placedAt : startedAt, told, now);
        }
        heardAt = now;
        silentSince = null;
    }

    /** The runtime does not take it. */
    void refuse(String why, Instant now) {
        if (!state.isFinal()) {
            state = AttemptState.REFUSED;
            reason = shortened(why);
            endedAt = now;
        }
    }

    /** Its center cannot take it yet; it is handed over again. Why it shall end is not overwritten. */
    void delay(String why) {
        if (state == AttemptState.SUBMITTING && cancelAt == null) {
            reason = shortened(why);
        }
    }

    /** Its center is gone for good. It ran no longer than the center was seen to run it; should the center be there again, it ends. */
    void abandon(String why, Instant now) {
        if (!state.isFinal()) {
            leftBehind = state != AttemptState.PLACED;
            state = AttemptState.LOST;
            reason = shortened(isReclaimed() ? reclaimedBecause : why);
            endedAt = startedAt == null ? now : within(startedAt, lastMoment(now), now);
        }
    }

    /** Whether it may run on where nobody can be asked. */
    boolean isLeftBehind() {
        return leftBehind;
    }

    /** Whether it was placed at that center by then. */
    boolean isAt(String center, Instant until) {
        return centerId.equals(center) && !placedAt.isAfter(until);
    }

    /** It shall end; at once where no runtime can know of it. */
    void cancel(String why, Instant now) {
        if (state == AttemptState.PLACED) {
            state = AttemptState.CANCELLED;
            reason = shortened(why);
            endedAt = now;
        } else if (!state.isFinal() && cancelAt == null) {
            cancelAt = now;
            claimedUntil = state == AttemptState.SUBMITTING ? claimedUntil : now;
        }
    }

    /** It shall end, and its task wait again: what it holds was borrowed. */
    void reclaim(String why, Instant now) {
        if (cancelAt == null && !state.isFinal()) {
            reclaimedBecause = shortened(why);
            cancel(why, now);
        }
    }

    /**
     * Whether it has ended because its room was taken back, so that its task is neither lost nor stopped. What ended by itself, but after a
     * task beside it had been told to end, counts as taken back, too.
     */
    boolean isTakenBack() {
        return reclaimedBecause != null && state.isFinal() && state != AttemptState.COMPLETED;
    }

    /** Its task goes on elsewhere, since its center is silent. What it ran in silence counts no more. */
    void leave() {
        cancel(LEFT, silentSince);
        reason = LEFT;
    }

    private boolean isLeft() {
        return LEFT.equals(reason);
    }

    /** Until when its time counts at most: until now, unless its task has gone on elsewhere. */
    Instant countsUntil(boolean isNewest, Instant now) {
        return isNewest || cancelAt == null ? now : cancelAt;
    }

    /**
     * Until when it is known to have run; null when it has not begun. The moment is kept as told.
     *
     * @param most no later than this, unless it was told before
     */
    Instant tell(Instant most) {
        if (startedAt == null) {
            return null;
        }
        Instant until = state.isFinal() && endedAt.isBefore(most) ? endedAt : most;
        Instant least = toldUntil == null ? startedAt : toldUntil;
        toldUntil = until.isBefore(least) ? least : until;
        return toldUntil;
    }

    // It ran no longer than somebody saw it: what nobody saw is not charged.
    private Instant lastMoment(Instant now) {
        return state == AttemptState.LOST && startedAt != null ? Objects.requireNonNullElse(heardAt, startedAt) : now;
    }

    // Whatever the center's clock says.
    private static Instant within(Instant from, Instant told, Instant now) {
        if (told == null) {
            return null;
        }
        Instant past = told.isAfter(now) ? now : told;
        return past.isBefore(from) ? from : past;
    }

    private static String shortened(String text) {
        return text == null || text.length() <= LONGEST_REASON ? text : text.substring(0, LONGEST_REASON);
    }

    /** Whether it may go on elsewhere: its center has not answered since before that moment. */
    boolean isSilentSince(Instant limit) {
        boolean goesOn = cancelAt == null || reclaimedBecause != null;
        return !state.isFinal() && goesOn && silentSince != null && silentSince.isBefore(limit);
    }

    /** Whether its center refused or lost it since that moment, and so is no good place to try again at once. */
    boolean hasFailedThereSince(Instant moment) {
        Instant known = heardAt == null || endedAt != null && endedAt.isAfter(heardAt) ? endedAt : heardAt;
        return (state == AttemptState.REFUSED || state == AttemptState.LOST) && known != null && known.isAfter(moment);
    }

    /** Whether its room is taken back, and it has still to end. */
    boolean isBeingTakenBack() {
        return isReclaimed() && !state.isFinal();
    }

    boolean isReclaimed() {
        return reclaimedBecause != null;
    }

    String runtimeId() {
        return runtimeId;
    }

    UUID taskId() {
        return taskId;
    }

    UUID jobId() {
        return jobId;
    }

    int number() {
        return number;
    }

    String centerId() {
        return centerId;
    }

    AttemptState state() {
        return state;
    }

    Integer exitStatus() {
        return exitStatus;
    }

    String reason() {
        return reason;
    }

    Instant startedAt() {
        return startedAt;
    }

    Instant endedAt() {
        return endedAt;
    }

    boolean isToEnd() {
        return cancelAt != null;
    }

    AttemptFacts facts() {
        return new AttemptFacts(
                runtimeId,
                taskId,
                jobId,
                number,
                centerId,
                state,
                cancelAt != null,
                exitStatus,
                reason,
                placement,
                placedAt,
                submittedAt,
                startedAt,
                endedAt,
                silentSince,
                claimedUntil);
    }
}
