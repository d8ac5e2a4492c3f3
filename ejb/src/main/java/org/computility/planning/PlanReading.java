package org.computility.planning;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.computility.algorithms.Capabilities;
import org.computility.identity.Caller;
import org.computility.planning.Plans.Counts;
import org.computility.planning.documents.ShownTask;
import org.computility.planning.runs.InstanceRunView;
import org.computility.planning.runs.RunHistory;
import org.computility.shared.Page;
import org.computility.shared.PageRequest;
import org.computility.shared.database.Search;
import org.hibernate.query.Order;

/** Plans as callers see them, a few statements for a whole page. */
@Stateless
public class PlanReading {

    @Inject
    Plans plans;

    @Inject
    Instances instances;

    @Inject
    Clock clock;

    @EJB
    RunHistory history;

    @EJB
    Capabilities capabilities;

    /** Plans of the caller's organisation (C.3). A total of more than 10,000 may be ten seconds old. */
    public Page<PlanView> search(PlanSearch search, Caller caller) {
        Search<Plan> found = new Search<>(plans.session(), Plan.class)
                .amongMillions(Arrays.asList(caller.scope(), search.ofAllPages()), Plan_.id)
                .equal(Plan_.organisationId, caller.scope())
                .in(Plan_.id, search.planIds())
                .equal(Plan_.status, search.status())
                .containing(Plan_.name, search.name())
                .equal(Plan_.type, search.type())
                .equal(Plan_.mode, search.mode())
                .having(TaskInstance.class, TaskInstance_.plan, TaskInstance_.deviceId, search.deviceIds())
                .having(TaskInstance.class, TaskInstance_.plan, TaskInstance_.algoDefCode, search.algoDefCodes())
                .from(Plan_.createdAt, search.createdFrom())
                .before(Plan_.createdAt, search.createdBefore());
        if (search.algoDefName() != null) {
            Collection<String> codes = capabilities.codesNamed(search.algoDefName());
            if (codes.isEmpty()) {
                found.where((b, plan) -> b.disjunction());
            }
            found.having(TaskInstance.class, TaskInstance_.plan, TaskInstance_.algoDefCode, codes);
        }
        Page<Plan> some = found.page(search.page(), Plans.SORTABLE, Order.desc(Plan_.id));
        return new Page<>(views(some.content()), some.total(), some.request());
    }

    /** One plan (C.4), or 404 {@code plan-unknown}. */
    public PlanView get(long id, Caller caller) {
        return views(List.of(find(id, caller))).get(0);
    }

    /** Refuses with 404 {@code plan-unknown} what is not the caller's. */
    public void check(long id, Caller caller) {
        find(id, caller);
    }

    /** Runs of a plan's instances, oldest first. */
    public Page<InstanceRunView> runs(long id, PageRequest page, Caller caller) {
        find(id, caller);
        return history.of(id, page);
    }

    /** The windows of one plan, as things stand now. */
    public PlanWindowsView windows(long id, Caller caller) {
        Plan plan = find(id, caller);
        Instances.Held held = instances.held(id);
        return PlanWindowsView.of(id, plan.windows(), clock.instant(), held.held(), held.paused());
    }

    private Plan find(long id, Caller caller) {
        return plans.find(id).filter(plan -> plan.belongsTo(caller.scope())).orElseThrow(() -> Plan.unknown(id));
    }

    private List<PlanView> views(Collection<Plan> found) {
        Long[] ids = found.stream().map(Plan::id).toArray(Long[]::new);
        Map<Long, Counts> counts =
                plans.counts(ids).stream().collect(Collectors.toMap(Counts::planId, Function.identity()));
        Map<Long, List<TaskInstance>> members =
                instances.ofPlans(ids).stream().collect(Collectors.groupingBy(TaskInstance::planId));
        return found.stream()
                .map(plan -> plan.view(
                        counts.getOrDefault(plan.id(), Counts.NONE), shown(members.getOrDefault(plan.id(), List.of()))))
                .toList();
    }

    private static List<ShownTask> shown(List<TaskInstance> members) {
        return members.stream().map(TaskInstance::shown).toList();
    }
}
