package org.computility.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.computility.planning.LockOrder.NOW;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.computility.planning.state.InstanceState;
import org.computility.shared.Page;
import org.computility.shared.PageRequest;
import org.computility.shared.PageRequest.Order;
import org.computility.shared.database.Search;
import org.computility.shared.database.TestDatabase;
import org.computility.shared.database.TestEntities;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Searches for instances over the real schema. */
class InstanceSearchTest {

    private static final StatelessSession SESSION = TestEntities.session(TestDatabase.fresh());
    private static final PlanningRows ROWS = new PlanningRows(SESSION, NOW);

    @Test
    void bringsThePlanAlongAndCountsAll() {
        long plan = ROWS.plan("PERIODIC", false);
        UUID first = ROWS.instance(plan, InstanceState.PENDING, 1, null);
        UUID second = ROWS.instance(plan, InstanceState.PENDING, 2, null);

        Page<TaskInstance> found = ofPlan(plan)
                .page(
                        new PageRequest(1, 1, List.of()),
                        Instances.SORTABLE,
                        org.hibernate.query.Order.desc(TaskInstance_.number));

        assertThat(found.total()).isEqualTo(2);
        assertThat(found.content()).singleElement().satisfies(one -> {
            assertThat(one.id()).isEqualTo(second).isNotEqualTo(first);
            assertThat(one.view().restarts()).isFalse();
        });
    }

    @ParameterizedTest
    @MethodSource("words")
    void sortsByWhateverTheRoomNames(String word) {
        long plan = ROWS.plan("PERIODIC", false);
        ROWS.instance(plan, InstanceState.PAUSED, 1, null);
        ROWS.instance(plan, InstanceState.ERROR, 0, null);

        PageRequest page = new PageRequest(1, 10, List.of(new Order(word, true)));

        assertThat(ofPlan(plan).page(page, Instances.SORTABLE).content()).hasSize(2);
    }

    @Test
    void findsTheOnesInAState() {
        long plan = ROWS.plan("PERIODIC", false);
        ROWS.instance(plan, InstanceState.PAUSED, 1, null);
        UUID failed = ROWS.instance(plan, InstanceState.ERROR, 0, null);

        assertThat(ofPlan(plan)
                        .in(TaskInstance_.state, Set.of(InstanceState.ERROR))
                        .page(PageRequest.FIRST, Instances.SORTABLE)
                        .content())
                .extracting(TaskInstance::id)
                .containsExactly(failed);
    }

    static Set<String> words() {
        return Instances.SORTABLE.keySet();
    }

    private static Search<TaskInstance> ofPlan(long plan) {
        return new Search<>(SESSION, TaskInstance.class)
                .with(TaskInstance_.plan)
                .equal(TaskInstance_.planId, plan);
    }
}
