package org.computility.planning;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.computility.planning.documents.ShownTask;
import org.computility.planning.documents.TaskDocument;
import org.computility.planning.drafts.InstanceIds;
import org.computility.planning.drafts.InstanceSpec;
import org.computility.planning.state.InstanceState;
import org.computility.shared.Conflict;
import org.computility.shared.Member;
import org.computility.shared.NotFound;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * One camera, or the like, that a plan analyses. Its owner's changes are verbs here; its state changes for a thousand at
 * once, by the statements of {@link Instances}, dispatch and inspection.
 */
@Entity
@Table(name = "task_instance")
class TaskInstance {

    private static final Member ID = new Member("id");
    private static final Member IDS = new Member("ids");

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long number;

    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    private Plan plan;

    /** Known without reading the plan. */
    @Column(name = "plan_id", insertable = false, updatable = false)
    private long planId;

    @Column
    private UUID organisationId;

    @JdbcTypeCode(SqlTypes.JSON)
    private String taskInfo;

    @Column
    private String algoDefCode;

    @Column
    private String deviceId;

    @JdbcTypeCode(SqlTypes.SMALLINT)
    @Column
    private int priority;

    @Column
    private UUID pinnedService;

    @Enumerated(EnumType.STRING)
    private InstanceState state;

    private String message;

    @Column
    private boolean wanted;

    /** Somebody wants it to run, and its plan is closed by its windows. */
    private boolean held;

    private UUID serviceId;
    private String computeCode;

    @Column
    private int attempts;

    @Column
    private Instant retryAt;

    @Column
    private Instant nodeStartedAt;

    @Column
    private Instant staleUntil;

    @Column
    private Instant createdAt;

    @Column
    private Instant changedAt;

    protected TaskInstance() {}

    /** Makes it another task from its next start on; refused while it may run. */
    void change(InstanceSpec spec, Instant now) {
        checkIdle();
        taskInfo = spec.document().text();
        algoDefCode = spec.algoDefCode();
        deviceId = spec.deviceId();
        priority = spec.priority();
        pinnedService = spec.pinnedService();
        changedAt = now;
    }

    /** Refuses to be changed or deleted while it may run. */
    void checkIdle() {
        boolean waits = state == InstanceState.PENDING || state == InstanceState.YIELDED;
        if (state.isActive() || (waits && plan.on())) {
            String stands = state == InstanceState.YIELDED ? "gave way and resumes by itself" : "is " + state.shown();
            throw new Conflict("instance-active", ID, "Instance " + id + " " + stands + ": stop it first.");
        }
    }

    /**
     * Refuses to start an instance of an inspection alone: while the plan is OFF, there are no rounds in which it could
     * run.
     */
    void checkStartable() {
        if (plan.isInspective() && !plan.on()) {
            throw new Conflict("plan-off", IDS, "Instance " + id + " runs in its plan's rounds: start the plan.");
        }
    }

    static NotFound unknown(Object name) {
        return new NotFound("instance-unknown", ID, "There is no task instance " + name + ".");
    }

    boolean isNamedBy(InstanceIds ids) {
        return ids.names(number, id);
    }

    long number() {
        return number;
    }

    UUID id() {
        return id;
    }

    Plan plan() {
        return plan;
    }

    long planId() {
        return planId;
    }

    /** What it does, as it was described. */
    TaskDocument document() {
        return new TaskDocument(taskInfo);
    }

    /** The same for answers of its plan. */
    ShownTask shown() {
        return new ShownTask(id, document());
    }

    /** As callers see it, where it was read with its plan. */
    InstanceView view() {
        return view(plan);
    }

    /** As callers see it, with its plan, which was read apart from it. */
    InstanceView view(Plan read) {
        return new InstanceView(
                shown(), number, planId, read.restartsFailed(), state, reason(read), serviceId, computeCode);
    }

    /** Tells what its plan's windows have paused from what a person has. */
    private String reason(Plan read) {
        return held && state == InstanceState.PAUSED ? read.closedUntil() : message;
    }
}
