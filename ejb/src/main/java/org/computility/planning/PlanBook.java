package org.computility.planning;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
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
import org.computility.planning.drafts.PlanMode;
import org.computility.planning.drafts.TaskInfo;
import org.computility.results.ResultSources;
import org.computility.shared.NotFound;

/** What {@link TaskPlans} and {@link TaskInstances} write down, one transaction a method; nodes are told by them. */
@Stateless
public class PlanBook {

    static final String JOB = "run-inspection";

    /** Job parameter: the plan's ID. */
    public static final String PLAN_ID = "planId";

    @Resource(lookup = "java:app/jdbc/computility")
    private DataSource database;

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
        PlanDraft draft = drafts.create(body);
        Instant now = clock.instant();
        long id = new PlanTable(database).insert(draft, owner.organisationId(), now);
        addTo(id, owner.organisationId(), draft.instances(), false);
        return id;
    }

    /** Changes the given members; instances and the inspection only while the plan is OFF. */
    public void update(long id, JsonObject body, Caller caller) {
        Plan plan = lock(id, caller);
        PlanDraft draft = drafts.update(body, plan.mode(), plan.type());
        if (draft.inspection() != null || draft.instances() != null) {
            plan.checkOff("changing what it runs");
        }
        new PlanTable(database).update(id, draft, clock.instant());
        if (draft.instances() != null) {
            replace(plan, draft.instances());
        }
    }

    /** Deletes a plan that is OFF, with its instances and their runs; their results stay. */
    public void delete(long id, Caller caller) {
        Plan plan = lock(id, caller);
        plan.checkOff("deleting it");
        new InstanceTable(database).ofPlans(List.of(id)).forEach(Instance::checkIdle);
        new PlanTable(database).delete(id);
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
        Long batchRun = plan.isInspective() ? batchRun(plan) : null;
        new PlanTable(database).switchOn(id, batchRun);
        new InstanceTable(database).wantAll(id, clock.instant());
    }

    /** Switches the plan off and answers the instances that nodes still have. */
    public List<UUID> stop(long id, Caller caller) {
        Plan plan = lock(id, caller);
        new PlanTable(database).switchOff(id);
        Optional.ofNullable(plan.batchRun())
                .flatMap(batchRuns::find)
                .filter(RunView::isStoppable)
                .ifPresent(run -> batchRuns.stop(run.id()));
        return new InstanceTable(database).unwant("plan_id", new Long[] {id}, clock.instant());
    }

    /** Adds instances (C.8); with {@code start}, a periodic plan's begin to run, an inspection's join in when it is on. */
    public void add(long planId, JsonObject body, boolean start, Caller caller) {
        Plan plan = lock(planId, caller);
        List<TaskInfo> infos = drafts.add(body, plan.type());
        addTo(planId, plan.organisationId(), infos, plan.isInspective() ? plan.on() : start);
    }

    /** Lays the given members of an AlgoTaskInfo over those that an idle instance has (C.9). */
    public void change(String member, String name, JsonObject body, Caller caller) {
        Instance instance = named(InstanceIds.of(member, name), caller).get(0);
        instance.checkIdle();
        Plan plan = new PlanTable(database).find(instance.planId()).orElseThrow();
        TaskInfo info = drafts.change(instance.bare(), body, plan.type());
        new InstanceTable(database).update(instance.id(), info, clock.instant());
    }

    /** Deletes an idle instance (C.12). */
    public void remove(String name, Caller caller) {
        Instance instance = named(InstanceIds.of("ID", name), caller).get(0);
        instance.checkIdle();
        new InstanceTable(database).delete(List.of(instance.id()));
    }

    /** These shall run (C.13). An inspection's takes part again when the plan is on, and only then. */
    public void want(InstanceIds ids, Caller caller) {
        List<Instance> named = named(ids, caller);
        for (Instance instance : named) {
            if (instance.mode() == PlanMode.INSPECTIVE && !instance.planOn()) {
                throw new org.computility.shared.Conflict(
                        "plan-off", "IDs", "Instance " + instance.id() + " runs in its plan's rounds: start the plan.");
            }
        }
        new InstanceTable(database).want(named.stream().map(Instance::id).toList(), clock.instant());
    }

    /** Nobody wants these any more (C.14); answers those that nodes have. */
    public List<UUID> unwant(InstanceIds ids, Caller caller) {
        UUID[] named = named(ids, caller).stream().map(Instance::id).toArray(UUID[]::new);
        return new InstanceTable(database).unwant("id", named, clock.instant());
    }

    /** The named instances, or 404 naming the first that the caller does not have. */
    List<Instance> named(InstanceIds ids, Caller caller) {
        List<Instance> found = new InstanceTable(database).lock(ids, scope(caller));
        ids.numbers().stream()
                .filter(number -> found.stream().noneMatch(instance -> instance.number() == number))
                .findFirst()
                .ifPresent(number -> {
                    throw unknown(number);
                });
        ids.uuids().stream()
                .filter(id -> found.stream().noneMatch(instance -> instance.id().equals(id)))
                .findFirst()
                .ifPresent(id -> {
                    throw unknown(id);
                });
        return found;
    }

    static UUID scope(Caller caller) {
        return caller.is(Role.ADMINISTRATOR) ? null : caller.organisationId();
    }

    static NotFound unknownPlan(long id) {
        return new NotFound("plan-unknown", "TaskID", "There is no task plan " + id + ".");
    }

    private static NotFound unknown(Object name) {
        return new NotFound("instance-unknown", "ID", "There is no task instance " + name + ".");
    }

    private Plan lock(long id, Caller caller) {
        UUID scope = scope(caller);
        return new PlanTable(database)
                .lock(id)
                .filter(plan -> scope == null || plan.organisationId().equals(scope))
                .orElseThrow(() -> unknownPlan(id));
    }

    private long batchRun(Plan plan) {
        return batchRuns.start(JOB, Map.of(PLAN_ID, String.valueOf(plan.id())), plan.organisationId());
    }

    private void revive(Plan plan, Optional<RunView> run) {
        if (run.filter(RunView::isRestartable).isPresent()) {
            batchRuns.restart(run.get().id());
        } else if (run.filter(one -> one.status() != RunStatus.COMPLETED && one.status() != RunStatus.ABANDONED)
                .isEmpty()) {
            new PlanTable(database).workOn(plan.id(), batchRun(plan));
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
