package org.computility.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.computility.planning.LockOrder.NOW;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.computility.identity.Caller;
import org.computility.identity.Role;
import org.computility.planning.drafts.InstanceIds;
import org.computility.planning.state.InstanceState;
import org.computility.shared.NotFound;
import org.computility.shared.Page;
import org.computility.shared.PageRequest;
import org.computility.shared.database.TestDatabase;
import org.computility.shared.database.TestEntities;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InstanceReadingTest {

    private static final StatelessSession SESSION = TestEntities.session(TestDatabase.fresh());
    private static final Caller AUDITOR =
            new Caller(UUID.randomUUID(), "auditor", PlanningRows.ORGANISATION, Set.of(Role.AUDITOR), null);
    private static final Caller STRANGER =
            new Caller(UUID.randomUUID(), "stranger", UUID.randomUUID(), Set.of(Role.AUDITOR), null);

    private final PlanningRows rows = new PlanningRows(SESSION, NOW);
    private final InstanceReading reading = new InstanceReading();
    private long plan;
    private UUID paused;
    private UUID starting;

    @BeforeEach
    void assemble() {
        reading.instances = new Instances_(SESSION);
        reading.plans = new Plans_(SESSION);
        plan = rows.plan("PERIODIC", true);
        paused = rows.instance(plan, InstanceState.PAUSED, 0, null);
        starting = rows.instance(plan, InstanceState.STARTING, 0, null);
        rows.write("update task_instance set compute_code = 'node' where id = ?1", starting);
    }

    @Test
    void findsByTheWordsOfTheStandard() {
        assertThat(found(null, "STOPPED")).containsExactly(paused);
        assertThat(found(null, "PENDING")).containsExactly(starting);
        assertThat(found(null, "HAPPY")).isEmpty();
        assertThat(found(null, null)).containsExactly(starting, paused);
    }

    @Test
    void findsByIdOrByNumber() {
        long number = reading.get(InstanceIds.of(paused), AUDITOR).number();

        assertThat(found(new InstanceIds(List.of(number), List.of()), null)).containsExactly(paused);
        assertThat(found(new InstanceIds(List.of(number), List.of(starting)), null))
                .containsExactly(starting, paused);
        assertThat(found(InstanceIds.of(UUID.randomUUID()), null)).isEmpty();
    }

    @Test
    void findsByTheNameOfThePlanAsTyped() {
        rows.write("update task_plan set name = 'Harbour 5% gate' where id = ?1", plan);

        assertThat(named("harbour 5%").total()).isEqualTo(2);
        assertThat(named("harbour_5").total()).isZero();
    }

    @Test
    void equalsFollowTheDirectionOfWhatTheyAreSortedBy() {
        assertThat(sorted(new PageRequest.Order("priority", true))).containsExactly(starting, paused);
        assertThat(sorted(new PageRequest.Order("priority", false))).containsExactly(paused, starting);
    }

    @Test
    void showsWhatItKnowsOfThePlanThatIsReadApart() {
        rows.write("update task_instance set wanted = false, held = true where id = ?1", paused);

        assertThat(reading.search(search(null, "PAUSED", null), AUDITOR).content())
                .singleElement()
                .satisfies(instance -> {
                    assertThat(instance.restarts()).isTrue();
                    assertThat(instance.message()).isEqualTo("Closed by its window.");
                });
    }

    @Test
    void showsNothingToStrangers() {
        assertThat(reading.search(search(null, null, null), STRANGER).total()).isZero();
        assertThatThrownBy(() -> reading.get(InstanceIds.of(paused), STRANGER))
                .isInstanceOf(NotFound.class)
                .hasMessageContaining(paused.toString());
    }

    private List<UUID> found(InstanceIds ids, String status) {
        return reading.search(search(ids, status, null), AUDITOR).content().stream()
                .map(instance -> instance.task().id())
                .toList();
    }

    private List<UUID> sorted(PageRequest.Order... orders) {
        PageRequest page = new PageRequest(1, 10, List.of(orders));
        InstanceSearch search = new InstanceSearch(null, null, null, null, plan, null, null, page, null, null);
        return reading.search(search, AUDITOR).content().stream()
                .map(instance -> instance.task().id())
                .toList();
    }

    private Page<InstanceView> named(String planName) {
        return reading.search(search(null, null, planName), AUDITOR);
    }

    private InstanceSearch search(InstanceIds ids, String status, String planName) {
        return new InstanceSearch(ids, status, null, null, plan, planName, null, PageRequest.FIRST, null, null);
    }
}
