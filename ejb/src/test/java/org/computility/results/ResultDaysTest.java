package org.computility.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.computility.shared.database.TestDatabase;
import org.computility.shared.database.TestSessions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ResultDaysTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-28");
    private static final LocalDate OLD = LocalDate.parse("2026-10-01");

    private final DataSource database = TestDatabase.fresh();
    private final TestSessions sessions = new TestSessions(database);
    private final DayPartitions partitions = new DayPartitions_(sessions.current());
    private final ResultDays days = new ResultDays();

    @BeforeEach
    void assemble() {
        days.partitions = partitions;
        days.clock = Clock.fixed(TODAY.atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
    }

    @Test
    void opensTodayAndTheNextDays() {
        days.openAhead();

        assertThat(partitions.days()).containsExactly(TODAY, TODAY.plusDays(1), TODAY.plusDays(2), TODAY.plusDays(3));
    }

    @Test
    void emptyDaysAreDroppableOnceTheyAreOld() {
        List.of(OLD, OLD.plusDays(1), TODAY.minusDays(4), TODAY.minusDays(3), TODAY)
                .forEach(days::open);
        insert(OLD.plusDays(1));

        assertThat(days.droppable(TODAY)).containsExactly(OLD, TODAY.minusDays(4));
        assertThat(days.droppable(OLD.plusDays(9))).containsExactly(OLD);
        assertThat(days.droppable(OLD)).isEmpty();
    }

    @Test
    void dropsAnEmptyDayAndNoOther() {
        days.open(OLD);
        days.open(OLD.plusDays(1));
        insert(OLD.plusDays(1));

        assertThat(drop(OLD)).isTrue();
        assertThat(drop(OLD.plusDays(1))).isFalse();

        assertThat(partitions.days()).containsExactly(OLD.plusDays(1));
    }

    @Test
    void aDayThatWasDroppedIsOpenedAgainForALateResult() {
        days.open(OLD);
        drop(OLD);

        days.open(OLD);

        assertThat(insert(OLD)).isEqualTo(1);
    }

    @Test
    void aDayIsNotDroppedBetweenItsOpeningAndTheResult() throws SQLException {
        days.open(OLD);
        try (Connection delivery = elsewhere("select pg_advisory_xact_lock_shared(hashtext('task_result_old_days'))")) {
            assertThatThrownBy(() -> drop(OLD)).hasMessageContaining("lock timeout");
            delivery.commit();
        }

        assertThat(drop(OLD)).isTrue();
    }

    @Test
    void aDayIsNotDroppedWhileSomebodyStoresAResultOfIt() throws SQLException {
        days.open(OLD);
        try (Connection delivery = elsewhere("""
                insert into task_result (day, id, instance_id, plan_id, organisation_id, compute_code, algo_def_code,
                    sequence, time, data, received_at)
                values ('2026-10-01', gen_random_uuid(), gen_random_uuid(), 1, gen_random_uuid(), '1', 'M', 1, now(), '{}',
                    now())""")) {
            assertThatThrownBy(() -> drop(OLD)).hasMessageContaining("lock timeout");
            delivery.commit();
        }

        assertThat(drop(OLD)).isFalse();
    }

    @Test
    void onlyDeliveriesOfOldResultsTakeALock() {
        assertThat(held(List.of(TODAY, TODAY.minusDays(2)))).isZero();
        assertThat(held(List.of(TODAY, TODAY.minusDays(3)))).isEqualTo(1);
    }

    @Test
    void aDeliveryHasOnlyThoseDaysOpenedThatAreNotThere() {
        days.open(OLD);
        days.open(TODAY);

        assertThat(sessions.commit(() -> days.hold(List.of(OLD, OLD.plusDays(1), TODAY))))
                .containsExactly(OLD.plusDays(1));
    }

    private long held(List<LocalDate> wanted) {
        return sessions.commit(() -> {
            days.hold(wanted);
            return sessions.current()
                    .createNativeQuery(
                            "select count(*) from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()",
                            Long.class)
                    .getSingleResult();
        });
    }

    private boolean drop(LocalDate day) {
        return sessions.commit(() -> days.dropIfEmpty(day));
    }

    private Connection elsewhere(String statement) throws SQLException {
        Connection connection = database.getConnection();
        connection.setAutoCommit(false);
        try (var running = connection.createStatement()) {
            running.execute(statement);
        }
        return connection;
    }

    private long insert(LocalDate day) {
        ResultSource source = new ResultSource(UUID.randomUUID(), 17, 1, UUID.randomUUID(), null);
        Instant noon = day.atTime(12, 0).toInstant(ZoneOffset.UTC);
        FoundResult report = new FoundResult(
                UUID.randomUUID(), source.instanceId(), "node", "M", null, null, 1, noon, null, "{}", null);
        return new TaskResults_(sessions.current())
                .insert(List.of(report), Map.of(source.instanceId(), source), noon)
                .get(0)
                .number();
    }
}
