package org.computility.planning;

import static org.computility.shared.JsonSupport.JSON;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.json.JsonArray;
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
import org.computility.planning.inspection.Position;
import org.computility.shared.ApiPageRequest;
import org.computility.shared.NotFound;
import org.computility.shared.Page;
import org.computility.shared.PageRequest;
import org.computility.shared.StandardTime;
import org.computility.shared.database.Filter;

/** Plans and instances as callers see them, a few statements for a whole page. */
@Stateless
public class PlanReading {

    @Resource(lookup = "java:app/jdbc/computility")
    private DataSource database;

    @EJB
    private Capabilities capabilities;

    /** Plans of the caller's organisation (C.3). */
    public PlanPage search(PlanSearch search, Caller caller) {
        PageRequest page = ApiPageRequest.read(search.pageRequest(), PlanTable.SORTABLE.keySet());
        Filter filter = new Filter()
                .and("p.organisation_id = ?", PlanBook.scope(caller))
                .and(
                        "p.id = any(?)",
                        search.planIds() == null ? null : search.planIds().toArray(new Long[0]))
                .and("p.status = ?", search.status())
                .containing("p.name", search.name())
                .and("p.type = ?", search.type())
                .and("p.mode = ?", search.mode())
                .and(
                        "exists (select 1 from task_instance i where i.plan_id = p.id and i.device_id = any(?))",
                        texts(search.deviceIds()))
                .and(
                        "exists (select 1 from task_instance i where i.plan_id = p.id and i.algo_def_code = any(?))",
                        texts(search.algoDefCodes()))
                .and("p.created_at >= ?", StandardTime.parse("CreateTimeFrom", search.createdFrom()))
                .and("p.created_at < ?", StandardTime.parseEnd("CreateTimeTo", search.createdTo()));
        if (isGiven(search.algoDefName())) {
            filter.always(
                    "exists (select 1 from task_instance i where i.plan_id = p.id and i.algo_def_code = any(?))",
                    (Object) codesNamed(search.algoDefName()));
        }
        PlanTable plans = new PlanTable(database);
        return new PlanPage(views(plans.page(filter, page)), plans.total(filter), ApiPageRequest.of(page));
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
        UUID scope = PlanBook.scope(caller);
        return new PlanTable(database)
                .find(id)
                .filter(plan -> scope == null || plan.organisationId().equals(scope))
                .orElseThrow(() -> PlanBook.unknownPlan(id));
    }

    private List<PlanView> views(Collection<Plan> plans) {
        List<Long> ids = plans.stream().map(Plan::id).toList();
        InstanceTable table = new InstanceTable(database);
        Map<Long, Counts> counts = table.counts(ids);
        Map<Long, List<Instance>> instances =
                table.ofPlans(ids).stream().collect(Collectors.groupingBy(Instance::planId));
        return plans.stream()
                .map(plan -> view(
                        plan,
                        counts.getOrDefault(plan.id(), Counts.NONE),
                        instances.getOrDefault(plan.id(), List.of())))
                .toList();
    }

    private static PlanView view(Plan plan, Counts counts, List<Instance> instances) {
        JsonArrayBuilder infos = JSON.createArrayBuilder();
        instances.forEach(instance -> infos.add(instance.info()));
        JsonArray all = infos.build();
        return new PlanView(
                plan.id(),
                plan.name(),
                plan.type(),
                plan.mode(),
                plan.isInspective() ? null : all,
                plan.isInspective() ? inspection(plan, counts, all) : null,
                plan.description(),
                plan.status(),
                plan.planDayTime(),
                plan.createdAt(),
                plan.modifiedAt(),
                plan.autoRestart(),
                plan.autoStart(),
                counts.devices(),
                counts.total(),
                counts.starting(),
                counts.startErrors(),
                counts.running(),
                counts.stopped(),
                counts.finished());
    }

    private static InspectionView inspection(Plan plan, Counts counts, JsonArray infos) {
        boolean single = plan.singleTaskInfo() && infos.size() == 1;
        return new InspectionView(
                plan.concurrency(),
                plan.duration(),
                single ? infos.get(0) : infos,
                plan.roundCount(),
                Position.progress(plan.isOver(), counts.done(), counts.total()),
                plan.roundLimit());
    }

    private String[] codesNamed(String name) {
        return capabilities.codesNamed(name).toArray(new String[0]);
    }

    private static String[] texts(List<String> list) {
        return list == null ? null : list.toArray(new String[0]);
    }

    private static boolean isGiven(String text) {
        return text != null && !text.isEmpty();
    }
}
