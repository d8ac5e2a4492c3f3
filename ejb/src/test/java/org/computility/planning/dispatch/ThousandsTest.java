package org.computility.planning.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.computility.planning.PlanningRows;
import org.computility.planning.dispatch.preemption.Preemptions_;
import org.computility.planning.state.InstanceState;
import org.computility.shared.database.ExplainedDatabase;
import org.computility.shared.database.TestDatabase;
import org.computility.shared.database.TestEntities;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Starts and ends of many instances at once, just after the database looked at rows in quite other states: what it expects
 * of them is as wrong as can be, and still no row may be compared with each other row.
 */
class ThousandsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final int INSTANCES = 600;
    private static final Pattern EXPECTED =
            Pattern.compile("Update on task_instance i [^\n]*\n[^\n]*?\\(cost=\\S+ rows=(\\d+)");
    private static final Pattern COMPARED = Pattern.compile("Rows Removed by Join Filter: (\\d+)");

    private static final Pattern BELOW = Pattern.compile("Index Cond: [^\n]*priority <");

    private static ExplainedDatabase database;
    private static StatelessSession session;

    private PlanningRows rows;
    private UUID[] ids;

    @BeforeAll
    static void migrate() {
        database = new ExplainedDatabase(TestDatabase.fresh());
        session = TestEntities.session(database.explained());
    }

    @BeforeEach
    void pauseThem() {
        rows = new PlanningRows(session, NOW);
        rows.empty();
        long plan = rows.plan("PERIODIC", true);
        ids = Stream.generate(() -> rows.instance(plan, InstanceState.PAUSED, 1, null))
                .limit(INSTANCES)
                .toArray(UUID[]::new);
        rows.write("analyze task_plan, task_instance, instance_run");
    }

    @Test
    void placesAllWithoutComparingEachWithEach() {
        rows.write("update task_instance set state = 'PENDING'");
        database.plans();
        new Starts_(session).assign(ids, each(UUID.randomUUID()), each("node"), each((Integer) null), NOW);
        assertThat(rows.count("task_instance where state = 'STARTING'")).isEqualTo(INSTANCES);
        checkPlans();
    }

    @Test
    void tellsThoseWithoutRoomWithoutComparingEachWithEach() {
        rows.write("update task_instance set state = 'PENDING'");
        database.plans();
        new Starts_(session).noRoom(ids, each("full"), each(false), each((Integer) null), NOW, NOW);
        assertThat(rows.count("task_instance where message = 'full'")).isEqualTo(INSTANCES);
        checkPlans();
    }

    @Test
    void takesOverNewsWithoutComparingEachWithEach() {
        start();
        new Beliefs_(session).alive(ids, each("RUNNING"), each((String) null), each(NOW), NOW, NOW);
        assertThat(rows.count("task_instance where state = 'RUNNING'")).isEqualTo(INSTANCES);
        checkPlans();
    }

    @Test
    void stopsAllWithoutComparingEachWithEach() {
        start();
        new Ends_(session).stopping(ids, NOW);
        new Ends_(session).stopped(ids, "PENDING", "STOPPED", null, NOW);
        assertThat(rows.count("instance_run where outcome = 'STOPPED'")).isEqualTo(INSTANCES);
        checkPlans();
    }

    @Test
    void endsAllWithoutComparingEachWithEach() {
        start();
        new Ends_(session).ended(ids, each("over"), "FINISHED", "FINISHED", NOW, 300, NOW);
        assertThat(rows.count("instance_run where outcome = 'FINISHED'")).isEqualTo(INSTANCES);
        checkPlans();
    }

    @Test
    void losesAllWithoutComparingEachWithEach() {
        start();
        new Ends_(session).lost(List.of(ids), "gone", NOW);
        assertThat(rows.count("instance_run where outcome = 'LOST'")).isEqualTo(INSTANCES);
        checkPlans();
    }

    /** Whoever finds no room asks every second. */
    @Test
    void seesByAnIndexThatNobodyOfLowerPriorityRuns() {
        UUID service = UUID.randomUUID();
        rows.write("update task_instance set state = 'RUNNING', service_id = ?1", service);
        rows.write("analyze task_instance");
        database.plans();
        assertThat(new Preemptions_(session).tenants(new UUID[] {service}, 1, NOW, 10))
                .isEmpty();
        assertThat(database.plans())
                .anyMatch(plan -> plan.contains("task_instance_service")
                        && BELOW.matcher(plan).find());
    }

    private void start() {
        rows.write("update task_instance set state = 'PENDING'");
        new Starts_(session).assign(ids, each(UUID.randomUUID()), each("node"), each((Integer) null), NOW);
        database.plans();
    }

    @SafeVarargs
    private static <T> T[] each(T value, T... type) {
        return Collections.nCopies(INSTANCES, value).toArray(type);
    }

    /**
     * Each with each is what the planner chooses, sooner or later, where it expects one row; so it must expect many, and must
     * not have compared many in vain.
     */
    private static void checkPlans() {
        List<String> plans = database.plans();
        assertThat(numbers(EXPECTED, plans)).isNotEmpty().allMatch(rows -> rows > INSTANCES / 10);
        assertThat(numbers(COMPARED, plans).stream().mapToLong(Long::longValue).sum())
                .isLessThan(INSTANCES);
    }

    private static List<Long> numbers(Pattern pattern, List<String> plans) {
        return plans.stream()
                .flatMap(plan -> pattern.matcher(plan).results())
                .map(found -> Long.valueOf(found.group(1)))
                .toList();
    }
}
