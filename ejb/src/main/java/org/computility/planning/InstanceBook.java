package org.computility.planning;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.computility.identity.Caller;
import org.computility.planning.drafts.Drafts;
import org.computility.planning.drafts.PlanMode;
import org.computility.planning.drafts.TaskInfo;
import org.computility.results.ResultSources;
import org.computility.shared.Conflict;
import org.computility.shared.NotFound;

/** What {@link TaskInstances} writes down, one transaction a method; nodes are told by it. */
@Stateless
public class InstanceBook {

    @Resource(lookup = "java:app/jdbc/computility")
    private DataSource database;

    @Inject
    private Plans plans;

    @EJB
    private Drafts drafts;

    @EJB
    private ResultSources sources;

    @Inject
    private Clock clock;

    /**
     * Adds instances (C.8). With {@code start} they are wanted at once: a periodic plan's begin to run, an inspection's join
     * in when its plan is on. Without it they wait until somebody starts them, or their plan.
     */
    public void add(long planId, JsonObject body, boolean start, Caller caller) {
        Plan plan = plans.lock(planId, PlanBook.scope(caller)).orElseThrow(() -> PlanBook.unknownPlan(planId));
        List<TaskInfo> infos = drafts.add(body, plan.type(), plan.organisationId());
        boolean wanted = start && (plan.on() || !plan.isInspective());
        Instant now = clock.instant();
        sources.add(new InstanceTable(database).insert(planId, plan.organisationId(), infos, wanted, now));
        plans.touch(planId, now);
    }

    /** Lays the given members of an AlgoTaskInfo over those that an idle instance has (C.9). */
    public void change(String member, String name, JsonObject body, Caller caller) {
        Instance instance = idle(InstanceIds.of(member, name), caller);
        Plan plan = plans.find(instance.planId()).orElseThrow();
        TaskInfo info = drafts.change(instance.bare(), body, plan.type(), plan.organisationId());
        Instant now = clock.instant();
        new InstanceTable(database).update(instance.id(), info, now);
        plans.touch(plan.id(), now);
    }

    /** Deletes an idle instance (C.12). */
    public void remove(String name, Caller caller) {
        Instance instance = idle(InstanceIds.of("ID", name), caller);
        new InstanceTable(database).delete(List.of(instance.id()));
        plans.touch(instance.planId(), clock.instant());
    }

    /** These shall run (C.13). An inspection's takes part again when the plan is on, and only then. */
    public void want(InstanceIds ids, Caller caller) {
        List<Instance> named = named(ids, caller);
        for (Instance instance : named) {
            if (instance.mode() == PlanMode.INSPECTIVE && !instance.planOn()) {
                throw new Conflict(
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

    /** One that may be changed, its plan locked too. */
    private Instance idle(InstanceIds ids, Caller caller) {
        new InstanceTable(database).lockPlans(ids, PlanBook.scope(caller));
        Instance instance = named(ids, caller).get(0);
        instance.checkIdle();
        return instance;
    }

    /** The named instances, or 404 naming the first that the caller does not have. */
    private List<Instance> named(InstanceIds ids, Caller caller) {
        List<Instance> found = new InstanceTable(database).lock(ids, PlanBook.scope(caller));
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

    private static NotFound unknown(Object name) {
        return new NotFound("instance-unknown", "ID", "There is no task instance " + name + ".");
    }
}
