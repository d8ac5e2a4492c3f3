package org.computility.planning;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.computility.identity.Caller;
import org.computility.planning.drafts.Drafts;
import org.computility.planning.drafts.InstanceIds;
import org.computility.planning.drafts.TaskInfo;
import org.computility.results.ResultSources;
import org.computility.shared.database.Columns;

/** What {@link TaskInstances} writes down, one transaction a method; nodes are told by it. */
@Stateless
public class InstanceWriting {

    @Inject
    Instances instances;

    @Inject
    Plans plans;

    @EJB
    Drafts drafts;

    @EJB
    ResultSources sources;

    @Inject
    Clock clock;

    /**
     * Adds instances (C.8). With {@code start} they are wanted at once: a periodic plan's begin to run, an inspection's join
     * in when its plan is on. Without it they wait until somebody starts them, or their plan.
     */
    public void add(long planId, JsonObject body, boolean start, Caller caller) {
        Plan plan = plans.lock(planId, PlanRoles.scope(caller)).orElseThrow(() -> Plan.unknown(planId));
        List<TaskInfo> infos = drafts.add(body, plan.type(), plan.organisationId());
        boolean wanted = start && (plan.on() || !plan.isInspective());
        Instant now = clock.instant();
        sources.add(instances.add(planId, infos, wanted, now));
        plans.touch(planId, now);
    }

    /** Lays the given members of an AlgoTaskInfo over those that an idle instance has (C.9). */
    public void change(String member, String name, JsonObject body, Caller caller) {
        TaskInstance instance = idle(InstanceIds.of(member, name), caller);
        Plan plan = instance.plan();
        TaskInfo info = drafts.change(instance.given(), body, plan.type(), plan.organisationId());
        Instant now = clock.instant();
        instance.change(info, now);
        instances.session().update(instance);
        plans.touch(plan.id(), now);
    }

    /** Deletes an idle instance (C.12). */
    public void remove(String name, Caller caller) {
        TaskInstance instance = idle(InstanceIds.of("ID", name), caller);
        instances.session().delete(instance);
        plans.touch(instance.planId(), clock.instant());
    }

    /** These shall run (C.13). An inspection's takes part again when the plan is on, and only then. */
    public void want(InstanceIds ids, Caller caller) {
        List<TaskInstance> named = named(ids, caller);
        named.forEach(TaskInstance::checkStartable);
        instances.want(Columns.of(named, TaskInstance::id, UUID[]::new), clock.instant());
    }

    /** Nobody wants these any more (C.14); answers those that nodes have. */
    public List<UUID> unwant(InstanceIds ids, Caller caller) {
        return instances.unwant(Columns.of(named(ids, caller), TaskInstance::id, UUID[]::new), clock.instant());
    }

    /** One that may be changed, its plan locked too. */
    private TaskInstance idle(InstanceIds ids, Caller caller) {
        instances.lockPlans(ids, PlanRoles.scope(caller));
        TaskInstance instance = named(ids, caller).get(0);
        instance.checkIdle();
        return instance;
    }

    /** The named instances, or 404 naming the first that the caller does not have. */
    private List<TaskInstance> named(InstanceIds ids, Caller caller) {
        List<TaskInstance> found = instances.lock(ids, PlanRoles.scope(caller));
        List<Long> numbers = found.stream().map(TaskInstance::number).toList();
        List<UUID> uuids = found.stream().map(TaskInstance::id).toList();
        Stream.concat(
                        ids.numbers().stream().filter(number -> !numbers.contains(number)),
                        ids.uuids().stream().filter(id -> !uuids.contains(id)))
                .findFirst()
                .ifPresent(name -> {
                    throw TaskInstance.unknown(name);
                });
        return found;
    }
}
