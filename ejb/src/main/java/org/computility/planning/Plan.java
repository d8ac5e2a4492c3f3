package org.computility.planning;

import jakarta.json.JsonArray;
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
import org.computility.planning.drafts.PlanDraft;
import org.computility.planning.drafts.PlanMode;
import org.computility.planning.drafts.PlanType;
import org.computility.planning.inspection.Position;
import org.computility.shared.Conflict;
import org.computility.shared.NotFound;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A plan, and where its inspection stands. */
@Entity
@Table(name = "task_plan")
class Plan {

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

    protected Plan() {}

    /** OFF, as every new plan. */
    static Plan of(PlanDraft draft, UUID organisationId, Instant now) {
        Plan plan = new Plan();
        plan.organisationId = organisationId;
        plan.type = draft.type();
        plan.mode = draft.mode();
        plan.status = "OFF";
        plan.createdAt = now;
        plan.change(draft, now);
        return plan;
    }

    /** Changes the given members only; a given inspection says anew whether its rounds have a limit. */
    void change(PlanDraft draft, Instant now) {
        name = given(draft.name(), name);
        description = given(draft.description(), description);
        planDayTime = given(draft.planDayTime(), planDayTime);
        autoRestart = given(draft.autoRestart(), autoRestart);
        autoStart = given(draft.autoStart(), autoStart);
        if (draft.inspection() != null) {
            concurrency = given(draft.inspection().concurrency(), concurrency);
            duration = given(draft.inspection().duration(), duration);
            roundLimit = draft.inspection().roundLimit();
        }
        if (draft.instances() != null) {
            singleTaskInfo = draft.singleTaskInfo();
        }
        modifiedAt = now;
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

    /** Refuses a change that would pull the ground from under running instances. */
    void checkOff(String what) {
        if (on()) {
            throw new Conflict("plan-on", "TaskID", "Plan " + id + " is ON: stop it before " + what + ".");
        }
    }

    static NotFound unknown(long id) {
        return new NotFound("plan-unknown", "TaskID", "There is no task plan " + id + ".");
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

    PlanView view(Counts counts, JsonArray infos) {
        return new PlanView(
                id,
                name,
                type,
                mode,
                isInspective() ? null : infos,
                isInspective() ? inspection(counts, infos) : null,
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

    private InspectionView inspection(Counts counts, JsonArray infos) {
        boolean single = singleTaskInfo && infos.size() == 1;
        return new InspectionView(
                concurrency,
                duration,
                single ? infos.get(0) : infos,
                roundCount,
                Position.progress(isOver(), counts.done(), counts.total()),
                roundLimit);
    }

    private static <T> T given(T fresh, T old) {
        return fresh == null ? old : fresh;
    }
}
