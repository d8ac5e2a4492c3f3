package org.computility.planning;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.computility.planning.Plans.Counts;
import org.computility.planning.documents.ShownTask;
import org.computility.planning.documents.ShownTasks;
import org.computility.planning.drafts.InspectionSpec;
import org.computility.planning.drafts.NewPlan;
import org.computility.planning.drafts.PlanChange;
import org.computility.planning.drafts.PlanMode;
import org.computility.planning.drafts.PlanType;
import org.computility.planning.inspection.Position;
import org.computility.planning.periodic.Windows;
import org.computility.shared.Conflict;
import org.computility.shared.Member;
import org.computility.shared.NotFound;
import org.computility.shared.StandardTime;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A plan, and where its inspection stands. */
@Entity
@Table(name = "task_plan")
class Plan {

    private static final Member ID = new Member("planId");

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private UUID organisationId;
    private String name;

    @Enumerated(EnumType.STRING)
    private PlanType type;

    @Enumerated(EnumType.STRING)
    private PlanMode mode;

    private String description;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> planDayTime;

    private boolean autoRestart;
    private boolean autoStart;
    private String status;
    private Instant createdAt;
    private Instant modifiedAt;
    private Integer concurrency;
    private Integer duration;
    private Integer roundLimit;
    private boolean singleTaskInfo;
    private int roundCount;

    @Column
    private long afterNumber;

    @Column
    private Instant groupStartedAt;

    private Long batchRun;

    /** When its windows open or close it next; null: never, or it is an inspection. */
    private Instant nextChangeAt;

    protected Plan() {}

    /** OFF, as every new plan. */
    static Plan of(NewPlan wanted, UUID organisationId, Instant now) {
        Plan plan = new Plan();
        plan.organisationId = organisationId;
        plan.type = wanted.type();
        plan.mode = wanted.mode();
        plan.status = "OFF";
        plan.createdAt = now;
        plan.change(wanted.content(), now);
        plan.nextChangeAt = plan.nextChange(now);
        return plan;
    }

    /** Changes the given members only; a given inspection says anew whether its rounds have a limit. */
    void change(PlanChange change, Instant now) {
        name = given(change.name(), name);
        description = given(change.description(), description);
        follow(change.planDayTime(), now);
        autoRestart = given(change.autoRestart(), autoRestart);
        autoStart = given(change.autoStart(), autoStart);
        if (change.inspection() != null) {
            change(change.inspection());
        }
        modifiedAt = now;
    }

    /** Other windows may open or close it at once; within a second, it is looked at. */
    private void follow(List<String> windows, Instant now) {
        if (windows != null && !windows.equals(planDayTime)) {
            planDayTime = windows;
            nextChangeAt = isInspective() ? null : now;
        }
    }

    private void change(InspectionSpec inspection) {
        concurrency = given(inspection.concurrency(), concurrency);
        duration = given(inspection.duration(), duration);
        roundLimit = inspection.roundLimit();
        if (inspection.instances() != null) {
            singleTaskInfo = inspection.alone();
        }
    }

    /** From the first round on. */
    void switchOn(Long run) {
        status = "ON";
        batchRun = run;
        roundCount = 0;
        afterNumber = 0;
        groupStartedAt = null;
    }

    void switchOff() {
        status = "OFF";
        groupStartedAt = null;
    }

    void workOn(long run) {
        batchRun = run;
    }

    /** Refuses to change, while the plan is ON, what its running instances stand on. */
    void checkOff(String what) {
        if (on()) {
            throw new Conflict("plan-on", ID, "Plan " + id + " is ON: stop it before " + what + ".");
        }
    }

    static NotFound unknown(long id) {
        return new NotFound("plan-unknown", ID, "There is no task plan " + id + ".");
    }

    boolean belongsTo(UUID organisation) {
        return organisation == null || organisation.equals(organisationId);
    }

    boolean on() {
        return "ON".equals(status);
    }

    boolean isInspective() {
        return mode == PlanMode.INSPECTIVE;
    }

    /** When its instances may run; those of an inspection also wait for their groups. */
    Windows windows() {
        return Windows.of(planDayTime);
    }

    /** Whether what is started now has to wait until its windows open it. */
    boolean holds(Instant now) {
        return !isInspective() && !windows().isOpen(now);
    }

    /** When its windows open or close it next after that moment; null: never, or it is an inspection. */
    Instant nextChange(Instant now) {
        return isInspective() ? null : windows().nextChange(now).orElse(null);
    }

    /** Why its instances are paused that somebody wants. */
    String closedUntil() {
        return nextChangeAt == null
                ? "Closed by its window."
                : "Closed by its window until " + StandardTime.seconds(nextChangeAt) + ".";
    }

    /** Whether its failed instances get another try. */
    boolean restartsFailed() {
        return autoRestart;
    }

    /** All rounds of the last start are done. */
    boolean isOver() {
        return !on() && roundLimit != null && roundCount >= roundLimit;
    }

    long id() {
        return id;
    }

    UUID organisationId() {
        return organisationId;
    }

    PlanType type() {
        return type;
    }

    PlanMode mode() {
        return mode;
    }

    Long batchRun() {
        return batchRun;
    }

    PlanView view(Counts counts, List<ShownTask> tasks) {
        return new PlanView(
                id,
                name,
                type,
                mode,
                isInspective() ? null : new ShownTasks(tasks, false),
                isInspective() ? inspection(counts, tasks) : null,
                description,
                status,
                planDayTime,
                createdAt,
                modifiedAt,
                autoRestart,
                autoStart,
                counts.devices(),
                counts.total(),
                counts.starting(),
                counts.startErrors(),
                counts.running(),
                counts.stopped(),
                counts.finished());
    }

    private InspectionView inspection(Counts counts, List<ShownTask> tasks) {
        return new InspectionView(
                concurrency,
                duration,
                new ShownTasks(tasks, singleTaskInfo),
                roundCount,
                Position.progress(isOver(), counts.done(), counts.total()),
                roundLimit);
    }

    private static <T> T given(T fresh, T old) {
        return fresh == null ? old : fresh;
    }
}
