package org.computility.planning;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.computility.identity.Caller;
import org.computility.planning.drafts.InstanceChange;
import org.computility.planning.drafts.InstanceDraft;
import org.computility.planning.drafts.InstanceIds;
import org.computility.planning.drafts.InstanceSpec;
import org.computility.planning.drafts.NewInstances;
import org.computility.planning.rules.PlanRules;
import org.computility.results.ResultSource;
import org.computility.results.ResultSources;
import org.computility.shared.Member;
import org.computility.shared.Rejected;
import org.computility.shared.database.Columns;

/** What {@link TaskInstances} writes down, one transaction a method; nodes are told by it. */
@Stateless
public class InstanceWriting {

    @Inject
    Instances instances;

    @Inject
    Plans plans;

    @EJB
    PlanRules rules;

    @EJB
    ResultSources sources;

    @Inject
    Clock clock;

    /**
     * Adds instances (C.8). With {@code start} the instances are wanted at once: those of a periodic plan begin to run,
     * those of an inspection join in when the plan is on. Without {@code start} they wait until somebody starts them,
     * or their plan.
     */
    public void add(NewInstances added, Caller caller) {
        long planId = added.planId();
        Plan plan = plans.lock(planId, caller.scope()).orElseThrow(() -> Plan.unknown(planId));
        List<InstanceSpec> specs = rules.add(added.instances(), plan.type(), plan.organisationId()).stream()
                .map(InstanceDraft::spec)
                .toList();
        boolean wanted = added.start() && (plan.on() || !plan.isInspective());
        Instant now = clock.instant();
        boolean held = wanted && plan.holds(now);
        List<ResultSource> fresh = instances.add(planId, specs, wanted && !held, now);
        if (wanted) {
            plans.lookAgain(List.of(plan), now);
        }
        if (held) {
            instances.hold(Columns.of(fresh, ResultSource::instanceId, UUID[]::new), now);
        }
        sources.add(fresh);
        plans.touch(planId, now);
    }

    /**
     * Adds instances that a part of this room has made, to run while the plan is open, and answers them in their order; none
     * where the plan is OFF or deleted.
     */
    public List<ResultSource> addWanted(long planId, List<InstanceSpec> specs) {
        Plan plan = plans.lock(planId).filter(Plan::on).orElse(null);
        if (plan == null) {
            return List.of();
        }
        Instant now = clock.instant();
        plans.lookAgain(List.of(plan), now);
        boolean held = plan.holds(now);
        List<ResultSource> fresh = instances.add(planId, specs, !held, now);
        if (held) {
            instances.hold(Columns.of(fresh, ResultSource::instanceId, UUID[]::new), now);
        }
        return fresh;
    }

    /** Lays the change over what an idle instance does (C.9). */
    public void change(InstanceIds id, InstanceChange change, Caller caller) {
        TaskInstance instance = idle(id, caller);
        if (!id.nameOnly(instance.number(), instance.id())) {
            throw new Rejected("member-invalid", new Member("id"), "{member} and the path name two instances.");
        }
        Plan plan = instance.plan();
        InstanceSpec spec = rules.change(change.over(instance.document()), plan.type(), plan.organisationId());
        Instant now = clock.instant();
        instance.change(spec, now);
        instances.session().update(instance);
        plans.touch(plan.id(), now);
    }

    /** Deletes an idle instance (C.12). */
    public void remove(InstanceIds id, Caller caller) {
        TaskInstance instance = idle(id, caller);
        instances.session().delete(instance);
        plans.touch(instance.planId(), clock.instant());
    }

    /**
     * These instances shall run (C.13), while their plans are open. An instance of an inspection takes part again only when
     * the plan is on.
     */
    public void want(InstanceIds ids, Caller caller) {
        // A plan that is locked neither opens nor closes meanwhile.
        List<Plan> locked = instances.lockPlans(ids, caller.scope());
        List<TaskInstance> named = named(ids, caller);
        named.forEach(TaskInstance::checkStartable);
        Instant now = clock.instant();
        plans.lookAgain(locked, now);
        Map<Boolean, List<TaskInstance>> held = named.stream()
                .collect(Collectors.partitioningBy(instance -> instance.plan().holds(now)));
        instances.want(Columns.of(held.get(false), TaskInstance::id, UUID[]::new), now);
        instances.hold(Columns.of(held.get(true), TaskInstance::id, UUID[]::new), now);
    }

    /** Nobody wants these instances any more (C.14); answers the instances that nodes have. */
    public List<UUID> unwant(InstanceIds ids, Caller caller) {
        return instances.unwant(Columns.of(named(ids, caller), TaskInstance::id, UUID[]::new), clock.instant());
    }

    /** An instance that may be changed; its plan is locked, too. */
    private TaskInstance idle(InstanceIds id, Caller caller) {
        instances.lockPlans(id, caller.scope());
        TaskInstance instance = named(id, caller).get(0);
        instance.checkIdle();
        return instance;
    }

    /** The named instances, or 404 naming the first that the caller does not have. */
    private List<TaskInstance> named(InstanceIds ids, Caller caller) {
        List<TaskInstance> found = instances.lock(ids, caller.scope());
        Set<Long> numbers = found.stream().map(TaskInstance::number).collect(Collectors.toSet());
        Set<UUID> uuids = found.stream().map(TaskInstance::id).collect(Collectors.toSet());
        Object unknown = ids.firstBeside(numbers, uuids);
        if (unknown != null) {
            throw TaskInstance.unknown(unknown);
        }
        return found;
    }
}
