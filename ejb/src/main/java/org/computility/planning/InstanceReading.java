package org.computility.planning;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.metamodel.SingularAttribute;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.computility.algorithms.Capabilities;
import org.computility.identity.Caller;
import org.computility.planning.drafts.InstanceIds;
import org.computility.planning.state.InstanceState;
import org.computility.shared.Page;
import org.computility.shared.PageRequest;
import org.computility.shared.database.Search;
import org.computility.shared.database.SearchText;
import org.hibernate.query.Order;

/** Instances as callers see them. */
@Stateless
public class InstanceReading {

    private static final int FEW_PLANS = 200;

    @Inject
    Instances instances;

    @Inject
    Plans plans;

    @EJB
    Capabilities capabilities;

    /**
     * Instances of the caller's organisation (C.10). Of equals the last one first, or last where the order ends in an ascending
     * property. A total of more than 10,000 may be ten seconds old.
     */
    public Page<InstanceView> search(InstanceSearch search, Caller caller) {
        Search<TaskInstance> found = new Search<>(instances.session(), TaskInstance.class)
                .readLast(TaskInstance_.number)
                .amongMillions(Arrays.asList(caller.scope(), search.ofAllPages()), TaskInstance_.number)
                .equal(TaskInstance_.organisationId, caller.scope())
                .equal(TaskInstance_.planId, search.planId())
                .in(TaskInstance_.deviceId, search.deviceIds())
                .in(TaskInstance_.algoDefCode, search.algoDefCodes())
                .from(TaskInstance_.createdAt, search.createdFrom())
                .before(TaskInstance_.createdAt, search.createdBefore());
        narrow(found, search, caller.scope());
        PageRequest page = search.inOrder();
        return withPlans(found.page(page, Instances.SORTABLE, last(page)));
    }

    /** In the direction of what they are sorted by: an index has both in one order. */
    private static Order<TaskInstance> last(PageRequest page) {
        List<PageRequest.Order> orders = page.orders();
        return orders.isEmpty() || orders.get(orders.size() - 1).descending()
                ? Order.desc(TaskInstance_.number)
                : Order.asc(TaskInstance_.number);
    }

    /** Plans are read for what is on the page, not joined to all that is before it. */
    private Page<InstanceView> withPlans(Page<TaskInstance> page) {
        Long[] ids =
                page.content().stream().map(TaskInstance::planId).distinct().toArray(Long[]::new);
        Map<Long, Plan> byId = plans.all(ids).stream().collect(Collectors.toMap(Plan::id, Function.identity()));
        return new Page<>(
                page.content().stream()
                        // A plan that was deleted meanwhile took its instances along.
                        .filter(instance -> byId.containsKey(instance.planId()))
                        .map(instance -> instance.view(byId.get(instance.planId())))
                        .toList(),
                page.total(),
                page.request());
    }

    /** One instance (C.11), or 404 {@code instance-unknown}. */
    public InstanceView get(InstanceIds ids, Caller caller) {
        return instances
                .named(ids.numbers(), ids.uuids(), caller.scope())
                .uniqueResultOptional()
                .orElseThrow(() -> TaskInstance.unknown(ids.first()))
                .view();
    }

    private void narrow(Search<TaskInstance> found, InstanceSearch search, UUID scope) {
        if (search.planName() != null) {
            ofPlansNamed(found, SearchText.containing(search.planName()), scope);
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

    /** The names are gone through once where they are of a few plans. */
    private void ofPlansNamed(Search<TaskInstance> found, String pattern, UUID scope) {
        List<Long> few = plans.named(pattern, scope, FEW_PLANS + 1);
        if (few.size() <= FEW_PLANS) {
            among(found, TaskInstance_.planId, few);
        } else {
            found.among(
                    TaskInstance_.planId,
                    Plan.class,
                    Plan_.id,
                    (b, plan) -> b.like(b.lower(plan.get(Plan_.name)), pattern, '!'));
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
