package org.computility.planning;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.persistence.metamodel.SingularAttribute;
import java.util.Collection;
import org.computility.algorithms.Capabilities;
import org.computility.identity.Caller;
import org.computility.planning.drafts.InstanceIds;
import org.computility.planning.state.InstanceState;
import org.computility.shared.ApiPageRequest;
import org.computility.shared.Page;
import org.computility.shared.PageRequest;
import org.computility.shared.StandardTime;
import org.computility.shared.database.Search;
import org.computility.shared.database.SearchText;
import org.hibernate.query.Order;

/** Instances as callers see them. */
@Stateless
public class InstanceReading {

    @Inject
    Instances instances;

    @EJB
    Capabilities capabilities;

    /** Instances of the caller's organisation (C.10). */
    public InstancePage search(InstanceSearch search, Caller caller) {
        PageRequest page = ApiPageRequest.read(search.pageRequest(), Instances.SORTABLE.keySet());
        Search<TaskInstance> found = new Search<>(instances.session(), TaskInstance.class)
                .with(TaskInstance_.plan)
                .equal(TaskInstance_.organisationId, PlanRoles.scope(caller))
                .equal(TaskInstance_.planId, search.planId())
                .in(TaskInstance_.deviceId, search.deviceIds())
                .in(TaskInstance_.algoDefCode, search.algoDefCodes())
                .from(TaskInstance_.createdAt, StandardTime.parse("CreateTimeFrom", search.createdFrom()))
                .before(TaskInstance_.createdAt, StandardTime.parseEnd("CreateTimeTo", search.createdTo()));
        narrow(found, search);
        Page<TaskInstance> some = found.page(page, Instances.SORTABLE, Order.desc(TaskInstance_.number));
        return new InstancePage(
                some.content().stream().map(one -> one.view().listed()).toList(),
                some.total(),
                ApiPageRequest.of(page));
    }

    /** One instance (C.11), or 404 {@code instance-unknown}. */
    public JsonObject get(String name, Caller caller) {
        InstanceIds ids = InstanceIds.of("ID", name);
        return instances
                .named(ids.numbers(), ids.uuids(), PlanRoles.scope(caller))
                .uniqueResultOptional()
                .orElseThrow(() -> TaskInstance.unknown(name))
                .view()
                .wrapped();
    }

    private void narrow(Search<TaskInstance> found, InstanceSearch search) {
        if (isGiven(search.planName())) {
            found.where((b, instance) -> b.like(
                    b.lower(instance.get(TaskInstance_.plan).get(Plan_.name)),
                    SearchText.containing(search.planName()),
                    '!'));
        }
        if (isGiven(search.algoDefName())) {
            among(found, TaskInstance_.algoDefCode, capabilities.codesNamed(search.algoDefName()));
        }
        if (isGiven(search.status())) {
            among(found, TaskInstance_.state, InstanceState.behind(search.status()));
        }
        if (search.id() != null && search.id() != JsonValue.NULL) {
            InstanceIds ids = InstanceIds.of("ID", InstanceIds.text("ID", search.id()));
            found.in(TaskInstance_.number, ids.numbers()).in(TaskInstance_.id, ids.uuids());
        }
    }

    /** One of these, of which there may be none. */
    private static <V> void among(
            Search<TaskInstance> found, SingularAttribute<TaskInstance, V> attribute, Collection<V> values) {
        if (values.isEmpty()) {
            found.where((b, instance) -> b.disjunction());
        }
        found.in(attribute, values);
    }

    private static boolean isGiven(String text) {
        return text != null && !text.isEmpty();
    }
}
