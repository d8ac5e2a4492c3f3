package org.computility.planning;

import static org.computility.shared.JsonSupport.JSON;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.computility.algorithms.Capabilities;
import org.computility.identity.Caller;
import org.computility.planning.dispatch.InstanceState;
import org.computility.shared.ApiPageRequest;
import org.computility.shared.NotFound;
import org.computility.shared.Page;
import org.computility.shared.PageRequest;
import org.computility.shared.StandardTime;
import org.computility.shared.database.Filter;
import org.computility.shared.database.Search;
import org.hibernate.query.Order;

/** Plans and instances as callers see them, a few statements for a whole page. */
@Stateless
public class PlanReading {

    @Resource(lookup = "java:app/jdbc/computility")
    private DataSource database;

    @Inject
    private Plans plans;

    @EJB
    private Capabilities capabilities;

    /** Plans of the caller's organisation (C.3). */
    public PlanPage search(PlanSearch search, Caller caller) {
        PageRequest page = ApiPageRequest.read(search.pageRequest(), Plans.SORTABLE.keySet());
        Search<Plan> found = new Search<>(plans.session(), Plan.class)
                .equal(Plan_.organisationId, PlanBook.scope(caller))
                .in(Plan_.id, search.planIds())
                .equal(Plan_.status, given(search.status()))
                .containing(Plan_.name, search.name())
                .named(Plan_.type, search.type())
                .named(Plan_.mode, search.mode())
                .having(TaskInstance.class, TaskInstance_.plan, TaskInstance_.deviceId, search.deviceIds())
                .having(TaskInstance.class, TaskInstance_.plan, TaskInstance_.algoDefCode, search.algoDefCodes())
                .from(Plan_.createdAt, StandardTime.parse("CreateTimeFrom", search.createdFrom()))
                .before(Plan_.createdAt, StandardTime.parseEnd("CreateTimeTo", search.createdTo()));
        if (isGiven(search.algoDefName())) {
            List<String> codes = List.of(codesNamed(search.algoDefName()));
            if (codes.isEmpty()) {
                found.where((b, plan) -> b.disjunction());
            }
            found.having(TaskInstance.class, TaskInstance_.plan, TaskInstance_.algoDefCode, codes);
        }
        Page<Plan> some = found.page(page, Plans.SORTABLE, Order.desc(Plan_.id));
        return new PlanPage(views(some.content()), some.total(), ApiPageRequest.of(page));
    }

    /** One plan (C.4), or 404 {@code plan-unknown}. */
    public PlanView get(long id, Caller caller) {
        return views(List.of(find(id, caller))).get(0);
    }

    /** Runs of a plan's instances, oldest first. */
    public Page<InstanceRunView> runs(long id, PageRequest page, Caller caller) {
        find(id, caller);
        InstanceTable table = new InstanceTable(database);
        return new Page<>(table.runs(id, page), table.runCount(id), page);
    }

    /** Instances of the caller's organisation (C.10). */
    public InstancePage search(InstanceSearch search, Caller caller) {
        PageRequest page = ApiPageRequest.read(search.pageRequest(), InstanceTable.SORTABLE.keySet());
        Filter filter = new Filter()
                .and("i.organisation_id = ?", PlanBook.scope(caller))
                .and("i.plan_id = ?", search.planId())
                .containing("p.name", search.planName())
                .and("i.device_id = any(?)", texts(search.deviceIds()))
                .and("i.algo_def_code = any(?)", texts(search.algoDefCodes()))
                .and("i.created_at >= ?", StandardTime.parse("CreateTimeFrom", search.createdFrom()))
                .and("i.created_at < ?", StandardTime.parseEnd("CreateTimeTo", search.createdTo()));
        if (isGiven(search.algoDefName())) {
            filter.always("i.algo_def_code = any(?)", (Object) codesNamed(search.algoDefName()));
        }
        if (isGiven(search.status())) {
            Set<InstanceState> states = InstanceState.behind(search.status());
            filter.always(
                    "i.state = any(?)", (Object) states.stream().map(Enum::name).toArray(String[]::new));
        }
        if (search.id() != null && search.id() != JsonValue.NULL) {
            InstanceIds ids = InstanceIds.of("ID", InstanceIds.text("ID", search.id()));
            filter.always(
                    "(i.number = any(?) or i.id = any(?))",
                    ids.numbers().toArray(new Long[0]),
                    ids.uuids().toArray(new UUID[0]));
        }
        InstanceTable instances = new InstanceTable(database);
        return new InstancePage(
                instances.page(filter, page).stream().map(Instance::listed).toList(),
                instances.total(filter),
                ApiPageRequest.of(page));
    }

    /** One instance (C.11), or 404 {@code instance-unknown}. */
    public JsonObject instance(String name, Caller caller) {
        InstanceIds ids = InstanceIds.of("ID", name);
        UUID scope = PlanBook.scope(caller);
        Filter filter = new Filter()
                .and("i.organisation_id = ?", scope)
                .always(
                        "(i.number = any(?) or i.id = any(?))",
                        ids.numbers().toArray(new Long[0]),
                        ids.uuids().toArray(new UUID[0]));
        return new InstanceTable(database)
                .page(filter, PageRequest.FIRST).stream()
                        .findFirst()
                        .orElseThrow(
                                () -> new NotFound("instance-unknown", "ID", "There is no task instance " + name + "."))
                        .wrapped();
    }

    private Plan find(long id, Caller caller) {
        return plans.find(id)
                .filter(plan -> plan.belongsTo(PlanBook.scope(caller)))
                .orElseThrow(() -> PlanBook.unknownPlan(id));
    }

    private List<PlanView> views(Collection<Plan> found) {
        List<Long> ids = found.stream().map(Plan::id).toList();
        InstanceTable table = new InstanceTable(database);
        Map<Long, Counts> counts = table.counts(ids);
        Map<Long, List<Instance>> instances =
                table.ofPlans(ids).stream().collect(Collectors.groupingBy(Instance::planId));
        return found.stream()
                .map(plan -> {
                    JsonArrayBuilder infos = JSON.createArrayBuilder();
                    instances.getOrDefault(plan.id(), List.of()).forEach(instance -> infos.add(instance.info()));
                    return plan.view(counts.getOrDefault(plan.id(), Counts.NONE), infos.build());
                })
                .toList();
    }

    private String[] codesNamed(String name) {
        return capabilities.codesNamed(name).toArray(new String[0]);
    }

    private static String[] texts(List<String> list) {
        return list == null ? null : list.toArray(new String[0]);
    }

    private static String given(String text) {
        return isGiven(text) ? text : null;
    }

    private static boolean isGiven(String text) {
        return text != null && !text.isEmpty();
    }
}
