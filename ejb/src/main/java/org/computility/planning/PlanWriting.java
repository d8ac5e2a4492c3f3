package org.computility.planning;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.computility.identity.Caller;
import org.computility.operations.BatchRuns;
import org.computility.operations.RunStatus;
import org.computility.operations.RunView;
import org.computility.planning.drafts.InstanceDraft;
import org.computility.planning.drafts.InstanceSpec;
import org.computility.planning.drafts.NewPlan;
import org.computility.planning.drafts.PlanChange;
import org.computility.planning.rules.PlanRules;
import org.computility.results.ResultSources;

/** What {@link TaskPlans} writes down, one transaction a method; nodes are told by it. */
@Stateless
public class PlanWriting {

    static final String JOB = "run-inspection";

    /** Job parameter: the plan's ID. */
    public static final String PLAN_ID = "planId";

    @Inject
    Plans plans;

    @Inject
    Instances instances;

    @EJB
    BatchRuns batchRuns;

    @EJB
    PlanRules rules;

    @EJB
    ResultSources sources;

    @Inject
    Event<PlanStopped> stopped;

    @Inject
    Clock clock;

    /** Makes the plan with its instances; it is OFF. */
    public long create(NewPlan wanted, Caller owner) {
        List<InstanceDraft> drafts = rules.create(wanted, owner.organisationId());
        Plan plan = Plan.of(wanted, owner.organisationId(), clock.instant());
        plans.session().insert(plan);
        add(drafts.stream().map(InstanceDraft::spec).toList(), plan);
        return plan.id();
    }

    /** Makes a periodic plan without instances for a part of this room; it is ON. */
    public long createOn(NewPlan wanted, UUID organisationId) {
        Plan plan = Plan.of(wanted, organisationId, clock.instant());
        plan.switchOn(null);
        plans.session().insert(plan);
        return plan.id();
    }

    /** Changes the given members; instances and the inspection only while the plan is OFF. */
    public void update(long id, PlanChange change, Caller caller) {
        Plan plan = lock(id, caller);
        Optional<List<InstanceDraft>> drafts = rules.update(change, plan.mode(), plan.type(), plan.organisationId());
        if (change.inspection() != null || drafts.isPresent()) {
            plan.checkOff("changing what it runs");
        }
        plan.change(change, clock.instant());
        plans.session().update(plan);
        drafts.map(rules::known)
                .ifPresent(known -> replace(Replacement.of(instances.lockMembers(id), known, id), plan));
    }

    /** Deletes a plan that is OFF, with its instances and their runs; their results stay. */
    public void delete(long id, Caller caller) {
        Plan plan = lock(id, caller);
        plan.checkOff("deleting it");
        instances.lockMembers(id).forEach(TaskInstance::checkIdle);
        stopped.fire(new PlanStopped(id));
        plans.session().delete(plan);
    }

    /** Switches the plan on. A plan that is on stays on, and gets a new batch run if it has lost its own. */
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
        want(plan);
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
        stopped.fire(new PlanStopped(id));
        return instances.unwantAll(id, clock.instant());
    }

    private void want(Plan plan) {
        Instant now = clock.instant();
        plans.lookAgain(List.of(plan), now);
        if (plan.holds(now)) {
            instances.holdAll(plan.id(), now);
        } else {
            instances.wantAll(plan.id(), now);
        }
    }

    private Plan lock(long id, Caller caller) {
        return plans.lock(id, caller.scope()).orElseThrow(() -> Plan.unknown(id));
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

    private void add(List<InstanceSpec> specs, Plan plan) {
        sources.add(instances.add(plan.id(), specs, false, clock.instant()));
    }

    private void replace(Replacement replacement, Plan plan) {
        replacement.changed().forEach((instance, spec) -> {
            instance.change(spec, clock.instant());
            instances.session().update(instance);
        });
        instances.delete(replacement.removed());
        if (!replacement.added().isEmpty()) {
            add(replacement.added(), plan);
        }
    }
}
