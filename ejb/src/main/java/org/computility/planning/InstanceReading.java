package org.computility.planning;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.metamodel.SingularAttribute;
import java.util.Collection;
import org.computility.algorithms.Capabilities;
import org.computility.identity.Caller;
import org.computility.planning.drafts.InstanceIds;
import org.computility.planning.state.InstanceState;
import org.computility.shared.Page;
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
    public Page<InstanceView> search(InstanceSearch search, Caller caller) {
        Search<TaskInstance> found = new Search<>(instances.session(), TaskInstance.class)
                .with(TaskInstance_.plan)
                .equal(TaskInstance_.organisationId, caller.scope())
                .equal(TaskInstance_.planId, search.planId())
                .in(TaskInstance_.deviceId, search.deviceIds())
                .in(TaskInstance_.algoDefCode, search.algoDefCodes())
                .from(TaskInstance_.createdAt, search.createdFrom())
                .before(TaskInstance_.createdAt, search.createdBefore());
        narrow(found, search);
        return found.page(search.page(), Instances.SORTABLE, Order.desc(TaskInstance_.number))
                .map(TaskInstance::view);
    }

    /** One instance (C.11), or 404 {@code instance-unknown}. */
    public InstanceView get(InstanceIds ids, Caller caller) {
        return instances
                .named(ids.numbers(), ids.uuids(), caller.scope())
                .uniqueResultOptional()
                .orElseThrow(() -> TaskInstance.unknown(ids.first()))
                .view();
    }

    private void narrow(Search<TaskInstance> found, InstanceSearch search) {
        if (search.planName() != null) {
            found.where((b, instance) -> b.like(
                    b.lower(instance.get(TaskInstance_.plan).get(Plan_.name)),
                    SearchText.containing(search.planName()),
                    '!'));
        }
        if (search.algoDefName() != null) {
            among(found, TaskInstance_.algoDefCode, capabilities.codesNamed(search.algoDefName()));
        }
        if (search.status() != null) {
            among(found, TaskInstance_.state, InstanceState.behind(search.status()));
        }
        if (search.ids() != null) {
            InstanceIds ids = search.ids();
            found.where((b, instance) -> b.or(
                    instance.get(TaskInstance_.number).in(ids.numbers()),
                    instance.get(TaskInstance_.id).in(ids.uuids())));
        }
    }

    /** Asks for one of these values; without any value, nothing is found. */
    private static <V> void among(
            Search<TaskInstance> found, SingularAttribute<TaskInstance, V> attribute, Collection<V> values) {
        if (values.isEmpty()) {
            found.where((b, instance) -> b.disjunction());
        }
        found.in(attribute, values);
    }
}
