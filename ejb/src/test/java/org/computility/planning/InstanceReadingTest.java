package org.computility.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.computility.planning.LockOrder.NOW;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.computility.identity.Caller;
import org.computility.identity.Role;
import org.computility.planning.state.InstanceState;
import org.computility.shared.NotFound;
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
        plan = rows.plan("PERIODIC", true);
        paused = rows.instance(plan, InstanceState.PAUSED, 0, null);
        starting = rows.instance(plan, InstanceState.STARTING, 0, null);
        rows.write("update task_instance set compute_code = 'node' where id = ?1", starting);
    }

    @Test
    void findsByTheWordsOfTheStandard() {
        assertThat(found(null, "STOPPED")).containsExactly(paused.toString());
        assertThat(found(null, "PENDING")).containsExactly(starting.toString());
        assertThat(found(null, "HAPPY")).isEmpty();
        assertThat(found(null, null)).containsExactly(starting.toString(), paused.toString());
    }

    @Test
    void findsByIdOrByNumber() {
        int number = reading.get(paused.toString(), AUDITOR).getInt("Number");

        assertThat(found(Json.createValue(number), null)).containsExactly(paused.toString());
        assertThat(found(Json.createValue(starting.toString()), null)).containsExactly(starting.toString());
        assertThat(found(JsonValue.NULL, null)).hasSize(2);
    }

    @Test
    void findsByTheNameOfThePlanAsTyped() {
        rows.write("update task_plan set name = 'Harbour 5% gate' where id = ?1", plan);

        assertThat(named("harbour 5%").total()).isEqualTo(2);
        assertThat(named("harbour_5").total()).isZero();
    }

    @Test
    void showsNothingToStrangers() {
        assertThat(reading.search(search(null, null, null), STRANGER).total()).isZero();
        assertThatThrownBy(() -> reading.get(paused.toString(), STRANGER)).isInstanceOf(NotFound.class);
    }

    private List<String> found(JsonValue id, String status) {
        return reading.search(search(id, status, null), AUDITOR).content().stream()
                .map(instance -> instance.getString("ID"))
                .toList();
    }

    private InstancePage named(String planName) {
        return reading.search(search(null, null, planName), AUDITOR);
    }

    private InstanceSearch search(JsonValue id, String status, String planName) {
        return new InstanceSearch(id, status, null, null, plan, planName, null, null, null, null);
    }
}
