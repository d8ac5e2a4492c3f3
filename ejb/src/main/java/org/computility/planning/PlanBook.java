package org.computility.planning;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.computility.identity.Caller;
import org.computility.identity.Role;
import org.computility.operations.BatchRuns;
import org.computility.operations.RunStatus;
import org.computility.operations.RunView;
import org.computility.planning.drafts.Drafts;
import org.computility.planning.drafts.PlanDraft;
import org.computility.planning.drafts.TaskInfo;
import org.computility.results.ResultSources;
import org.computility.shared.NotFound;

/** What {@link TaskPlans} writes down, one transaction a method; nodes are told by it. */
@Stateless
public class PlanBook {

    static final String JOB = "run-inspection";

    /** Job parameter: the plan's ID. */
    public static final String PLAN_ID = "planId";

    @Resource(lookup = "java:app/jdbc/computility")
    private DataSource database;

    @Inject
    private Plans plans;

    @EJB
    private BatchRuns batchRuns;

    @EJB
    private Drafts drafts;

    @EJB
    private ResultSources sources;

    @Inject
    private Clock clock;

    /** Makes the plan with its instances; it is OFF. */
    public long create(JsonObject body, Caller owner) {
        PlanDraft draft = drafts.create(body, owner.organisationId());
        Plan plan = Plan.of(draft, owner.organisationId(), clock.instant());
        plans.session().insert(plan);
        addTo(plan.id(), owner.organisationId(), draft.instances(), false);
        return plan.id();
    }

    /** Changes the given members; instances and the inspection only while the plan is OFF. */
    public void update(long id, JsonObject body, Caller caller) {
        Plan plan = lock(id, caller);
        PlanDraft draft = drafts.update(body, plan.mode(), plan.type(), plan.organisationId());
        if (draft.inspection() != null || draft.instances() != null) {
            plan.checkOff("changing what it runs");
        }
        plan.change(draft, clock.instant());
        plans.session().update(plan);
        if (draft.instances() != null) {
            replace(plan, draft.instances());
        }
    }

    /** Deletes a plan that is OFF, with its instances and their runs; their results stay. */
    public void delete(long id, Caller caller) {
        Plan plan = lock(id, caller);
        plan.checkOff("deleting it");
        new InstanceTable(database).ofPlans(List.of(id)).forEach(Instance::checkIdle);
        plans.session().delete(plan);
    }

    /** Switches the plan on; one that is on stays so, and gets a new batch run where it has lost its own. */
    public void start(long id, Caller caller) {
        Plan plan = lock(id, caller);
        Optional<RunView> run = Optional.ofNullable(plan.batchRun()).flatMap(batchRuns::find);
        if (plan.on()) {
            if (plan.isInspective()) {
                revive(plan, run);
            }
            return;
        }
        plan.switchOn(plan.isInspective() ? batchRun(plan) : null);
        plans.session().update(plan);
        new InstanceTable(database).wantAll(id, clock.instant());
    }

    /** Switches the plan off and answers the instances that nodes still have. */
    public List<UUID> stop(long id, Caller caller) {
        Plan plan = lock(id, caller);
        plan.switchOff();
        plans.session().update(plan);
        Optional.ofNullable(plan.batchRun())
                .flatMap(batchRuns::find)
                .filter(RunView::isStoppable)
                .ifPresent(run -> batchRuns.stop(run.id()));
        return new InstanceTable(database).unwant("plan_id", new Long[] {id}, clock.instant());
    }

    static UUID scope(Caller caller) {
        return caller.is(Role.ADMINISTRATOR) ? null : caller.organisationId();
    }

    static NotFound unknownPlan(long id) {
        return new NotFound("plan-unknown", "TaskID", "There is no task plan " + id + ".");
    }

    private Plan lock(long id, Caller caller) {
        return plans.lock(id, scope(caller)).orElseThrow(() -> unknownPlan(id));
    }

    private long batchRun(Plan plan) {
        return batchRuns.start(JOB, Map.of(PLAN_ID, String.valueOf(plan.id())), plan.organisationId());
    }

    private void revive(Plan plan, Optional<RunView> run) {
        if (run.filter(RunView::isRestartable).isPresent()) {
            batchRuns.restart(run.get().id());
        } else if (run.filter(one -> one.status() != RunStatus.COMPLETED && one.status() != RunStatus.ABANDONED)
                .isEmpty()) {
            plan.workOn(batchRun(plan));
            plans.session().update(plan);
        }
    }

    private void addTo(long planId, UUID organisationId, List<TaskInfo> infos, boolean wanted) {
        sources.add(new InstanceTable(database).insert(planId, organisationId, infos, wanted, clock.instant()));
    }

    /** The given list becomes the plan's: known IDs are changed, others are new, the rest is deleted. */
    private void replace(Plan plan, List<TaskInfo> infos) {
        drafts.checkCapabilities(infos);
        InstanceTable table = new InstanceTable(database);
        List<Instance> present = table.ofPlans(List.of(plan.id()));
        present.forEach(Instance::checkIdle);
        for (TaskInfo info : infos) {
            if (info.id() != null) {
                InstanceIds id = InstanceIds.of(info.member() + ".ID", info.id());
                Instance known = present.stream()
                        .filter(id::names)
                        .findFirst()
                        .orElseThrow(() -> new NotFound(
                                "instance-unknown",
                                info.member() + ".ID",
                                "Plan " + plan.id() + " has no instance " + info.id() + "."));
                table.update(known.id(), info, clock.instant());
            }
        }
        table.delete(present.stream()
                .filter(instance -> infos.stream()
                        .filter(info -> info.id() != null)
                        .noneMatch(
                                info -> InstanceIds.of(info.member(), info.id()).names(instance)))
                .map(Instance::id)
                .toList());
        List<TaskInfo> added = infos.stream().filter(info -> info.id() == null).toList();
        if (!added.isEmpty()) {
            addTo(plan.id(), plan.organisationId(), added, false);
        }
    }
}
