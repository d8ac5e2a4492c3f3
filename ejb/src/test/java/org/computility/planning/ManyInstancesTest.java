package org.computility.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.computility.planning.LockOrder.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.computility.identity.Caller;
import org.computility.identity.Role;
import org.computility.shared.Page;
import org.computility.shared.PageRequest;
import org.computility.shared.PageRequest.Order;
import org.computility.shared.database.ExplainedDatabase;
import org.computility.shared.database.TestDatabase;
import org.computility.shared.database.TestEntities;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Among many instances a page is found without reading all of them, whatever is asked for, in whatever order. */
class ManyInstancesTest {

    private static final ExplainedDatabase DATABASE = new ExplainedDatabase(TestDatabase.fresh());
    private static final StatelessSession SESSION = TestEntities.session(DATABASE.explained());
    private static final PlanningRows ROWS = new PlanningRows(SESSION, NOW);
    private static final int INSTANCES = 20_000;
    private static final Caller ADMINISTRATOR =
            new Caller(UUID.randomUUID(), "admin", UUID.randomUUID(), Set.of(Role.ADMINISTRATOR), null);
    private static final Caller OPERATOR =
            new Caller(UUID.randomUUID(), "operator", PlanningRows.ORGANISATION, Set.of(Role.OPERATOR), null);

    private final InstanceReading reading = new InstanceReading();

    @BeforeAll
    static void fill() {
        ROWS.write("""
            insert into task_plan (organisation_id, name, type, mode, auto_restart, auto_start, status, created_at, modified_at)
            select case when n % 10 = 0 then cast(?1 as uuid) else gen_random_uuid() end, 'plan ' || n, 'VIDEO_REALTIME', 'PERIODIC',
                true, false, 'ON', cast(?2 as timestamptz) - n * interval '1 hour', cast(?2 as timestamptz)
            from generate_series(1, 1000) n
            """, PlanningRows.ORGANISATION, NOW);
        ROWS.write("""
            insert into task_instance (id, plan_id, organisation_id, task_info, algo_def_code, device_id, priority, state, wanted,
                created_at, changed_at)
            select gen_random_uuid(), p.id, p.organisation_id, '{"text": "as long as the description of a task usually is"}',
                'capability-' || k * 1000 % 30, 'camera-' || k * 1000 + p.id, (p.id + k) % 10,
                case when k = 7 and p.id % 5 = 0 then 'ERROR' else 'PAUSED' end, true, p.created_at, p.created_at
            from task_plan p, generate_series(1, ?1) k order by p.id
            """, INSTANCES / 1000);
        ROWS.write("vacuum analyze task_plan");
        ROWS.write("vacuum analyze task_instance");
    }

    @BeforeEach
    void assemble() {
        reading.instances = new Instances_(SESSION);
        reading.plans = new Plans_(SESSION);
    }

    @ParameterizedTest
    @MethodSource("searches")
    void aPageIsFoundByAnIndex(InstanceSearch search) {
        for (Caller caller : List.of(ADMINISTRATOR, OPERATOR)) {
            DATABASE.plans();
            Page<InstanceView> found = reading.search(search, caller);

            assertThat(found.content()).isNotEmpty();
            assertThat(DATABASE.plans().stream().filter(plan -> plan.contains(" order by ")))
                    .as("the numbers of a page, then its rows")
                    .hasSize(2)
                    .noneMatch(plan -> plan.contains("Seq Scan on task_instance"));
        }
    }

    @Test
    void countsAllOfThem() {
        assertThat(reading.search(search(null, PageRequest.FIRST), ADMINISTRATOR)
                        .total())
                .isEqualTo(INSTANCES);
        assertThat(reading.search(search(null, PageRequest.FIRST), OPERATOR).total())
                .isEqualTo(INSTANCES / 10);
    }

    @Test
    void noneIsMissedOrRepeatedWherePagesMeet() {
        List<Long> numbers = Stream.iterate(1, page -> page + 1)
                .limit(INSTANCES / 1000)
                .map(page -> search(null, new PageRequest(page, 1000, List.of(new Order("priority", true)))))
                .flatMap(search -> reading.search(search, ADMINISTRATOR).content().stream())
                .map(InstanceView::number)
                .toList();

        assertThat(numbers).hasSize(INSTANCES).doesNotHaveDuplicates();
    }

    @Test
    void namesOfManyPlansFindTheirInstances() {
        InstanceSearch named =
                new InstanceSearch(null, null, null, null, null, "Plan 1", null, PageRequest.FIRST, null, null);

        assertThat(reading.search(named, ADMINISTRATOR).total())
                .as("plans 1, 10 to 19, 100 to 199 and 1000")
                .isEqualTo(112 * INSTANCES / 1000);
        InstanceSearch all =
                new InstanceSearch(null, null, null, null, null, "plan ", null, PageRequest.FIRST, null, null);
        assertThat(reading.search(all, OPERATOR).total()).isEqualTo(INSTANCES / 10);
    }

    static Stream<InstanceSearch> searches() {
        Instant day = NOW.minus(Duration.ofDays(2));
        return Stream.concat(
                Stream.of(
                        search(null, new PageRequest(100, 10, List.of())),
                        search("ERROR", PageRequest.FIRST),
                        of(List.of("camera-7010"), null, null, null),
                        of(null, List.of("capability-10"), null, null),
                        of(null, null, day, day.plus(Duration.ofHours(11)))),
                Instances.SORTABLE.keySet().stream()
                        .flatMap(word -> Stream.of(new Order(word, true), new Order(word, false)))
                        .map(order -> search(null, new PageRequest(1, 10, List.of(order)))));
    }

    private static InstanceSearch search(String status, PageRequest page) {
        return new InstanceSearch(null, status, null, null, null, null, null, page, null, null);
    }

    private static InstanceSearch of(List<String> devices, List<String> codes, Instant from, Instant before) {
        return new InstanceSearch(null, null, codes, null, null, null, devices, PageRequest.FIRST, from, before);
    }
}
