package org.computility.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.computility.planning.LockOrder.NOW;

import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.computility.planning.dispatch.ActiveTasks_;
import org.computility.planning.documents.TaskDocument;
import org.computility.planning.drafts.InstanceIds;
import org.computility.planning.drafts.InstanceSpec;
import org.computility.planning.state.InstanceState;
import org.computility.results.ResultSource;
import org.computility.shared.database.TestDatabase;
import org.computility.shared.database.TestEntities;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InstancesTest {

    private static StatelessSession session;

    private PlanningRows rows;
    private Instances instances;

    @BeforeAll
    static void migrate() {
        session = TestEntities.session(TestDatabase.fresh());
    }

    @BeforeEach
    void empty() {
        rows = new PlanningRows(session, NOW);
        rows.empty();
        instances = new Instances_(session);
    }

    /** Otherwise it deadlocks with what nodes report at the same time about the same instances. */
    @ParameterizedTest
    @MethodSource("statements")
    void locksInTheOrderOfNumbers(BiConsumer<Instances, LockOrder> statement) {
        LockOrder order = new LockOrder(session);
        order.holdsNoneWhileItWaitsForTheFirst(() -> statement.accept(instances, order));
    }

    static Stream<Named<BiConsumer<Instances, LockOrder>>> statements() {
        return Stream.of(
                Named.of("want", (table, rows) -> table.want(rows.instances(), NOW)),
                Named.of("wantAll", (table, rows) -> table.wantAll(rows.plan(), NOW)),
                Named.of("hold", (table, rows) -> table.hold(rows.instances(), NOW)),
                Named.of("holdAll", (table, rows) -> table.holdAll(rows.plan(), NOW)),
                Named.of("unwant", (table, rows) -> table.unwant(rows.instances(), NOW)),
                Named.of("unwantAll", (table, rows) -> table.unwantAll(rows.plan(), NOW)),
                Named.of("delete", (table, rows) -> table.delete(rows.instances())),
                Named.of("lockMembers", (table, rows) -> commit(() -> table.lockMembers(rows.plan()))),
                Named.of("lock", (table, rows) -> commit(() -> table.lock(InstanceIds.of(rows.instances()), null))));
    }

    @Test
    void numbersInTheGivenOrderAndKeepsWhatWasGiven() {
        long plan = rows.plan("PERIODIC", true);
        UUID service = UUID.randomUUID();

        List<ResultSource> added =
                instances.add(plan, List.of(spec("CAR", "camera-1", service), spec("SMOKE", null, null)), false, NOW);

        List<TaskInstance> found = instances.ofPlans(new Long[] {plan});
        assertThat(added)
                .extracting(ResultSource::instanceNumber)
                .isSorted()
                .containsExactlyElementsOf(
                        found.stream().map(TaskInstance::number).toList());
        assertThat(added).extracting(ResultSource::organisationId).containsOnly(PlanningRows.ORGANISATION);
        assertThat(found.get(0).document().json()).hasToString("{\"AlgoDefCode\":\"CAR\"}");
        assertThat(found.get(1).shown().id()).isEqualTo(added.get(1).instanceId());
        assertThat(rows.count("task_instance where device_id = 'camera-1' and pinned_service = ?1", service))
                .isEqualTo(1);
    }

    @Test
    void startsAtOnceWhatAPeriodicPlanWantsAndLeavesAnInspectionsToItsGroup() {
        List<InstanceSpec> one = List.of(spec("CAR", null, null));

        UUID due = instances
                .add(rows.plan("PERIODIC", true), one, true, NOW)
                .get(0)
                .instanceId();
        UUID waiting = instances
                .add(rows.plan("INSPECTIVE", true), one, true, NOW)
                .get(0)
                .instanceId();

        assertThat(rows.retryAt(due)).isEqualTo(NOW);
        assertThat(rows.retryAt(waiting)).isNull();
    }

    /** Whoever stops an instance makes no forecast wrong. */
    @Test
    void whatIsStoppedWasNeverForetoldToStart() {
        long plan = rows.plan("PERIODIC", true);
        UUID stopped = rows.instance(plan, InstanceState.PENDING, 0, NOW);
        UUID waits = rows.instance(plan, InstanceState.PENDING, 0, NOW);
        UUID began = rows.instance(plan, InstanceState.RUNNING, 0, null);
        rows.write("""
                insert into instance_forecast (instance_id, made_at, forecast_start, started_at)
                select id, ?1, ?1, case when state = 'RUNNING' then cast(?1 as timestamptz) end from task_instance
                """, NOW);

        instances.unwant(new UUID[] {stopped, began}, NOW);

        assertThat(rows.all(UUID.class, "select instance_id from instance_forecast"))
                .containsExactlyInAnyOrder(waits, began);
        instances.unwantAll(plan, NOW);
        assertThat(rows.all(UUID.class, "select instance_id from instance_forecast"))
                .containsExactly(began);
    }

    /** Whoever says that nobody wants an instance may die before its node is told. */
    @Test
    void whatRunsAndNobodyWantsIsStoppedSoonAndWhatDoesNotRunIsLeftAlone() {
        long plan = rows.plan("PERIODIC", true);
        UUID runs = rows.instance(plan, InstanceState.RUNNING, 0, null);
        UUID begins = rows.instance(plan, InstanceState.STARTING, 0, null);
        UUID waits = rows.instance(plan, InstanceState.PENDING, 0, NOW);
        UUID failed = rows.instance(plan, InstanceState.ERROR, 0, NOW);

        assertThat(instances.unwantAll(plan, NOW)).containsExactlyInAnyOrder(runs, begins);

        assertThat(Stream.of(runs, begins).map(rows::retryAt)).containsOnly(NOW.plusSeconds(10));
        assertThat(Stream.of(waits, failed).map(rows::retryAt)).containsOnlyNulls();
        instances.wantAll(plan, NOW);
        assertThat(rows.retryAt(runs)).as("wanted again").isNull();
    }

    /** Its server died before the node was told, then somebody starts it while its plan is closed. */
    @Test
    void whatIsHeldWhileItsStopIsHalfDoneIsStoppedAllTheSame() {
        long plan = rows.plan("PERIODIC", true);
        UUID runs = rows.instance(plan, InstanceState.RUNNING, 0, null);
        instances.unwantAll(plan, NOW);

        instances.hold(new UUID[] {runs}, NOW.plusSeconds(1));

        assertThat(rows.state(runs)).isEqualTo(InstanceState.RUNNING);
        assertThat(new ActiveTasks_(session).halfStopped(NOW, NOW.plusSeconds(11)))
                .containsExactly(runs);
    }

    @Test
    void everyStopHasAMoment() {
        long plan = rows.plan("PERIODIC", true);
        UUID stopping = rows.instance(plan, InstanceState.STOPPING, 0, null);

        instances.unwantAll(plan, NOW);
        assertThat(rows.retryAt(stopping)).isEqualTo(NOW.plusSeconds(10));
        instances.wantAll(plan, NOW.plusSeconds(1));

        assertThat(rows.retryAt(stopping))
                .as("its node is told once more, not at once")
                .isEqualTo(NOW.plusSeconds(10));
    }

    @Test
    void whoGaveWayGivesWayToNobodyOnceItIsStartedStoppedOrHeld() {
        long plan = rows.plan("PERIODIC", true);
        UUID started = rows.instance(plan, InstanceState.YIELDED, 0, NOW);
        UUID stopped = rows.instance(plan, InstanceState.YIELDED, 0, NOW);
        UUID held = rows.instance(plan, InstanceState.YIELDED, 0, NOW);
        UUID givesWay = rows.instance(plan, InstanceState.STOPPING, 0, NOW);
        rows.write("update task_instance set preempted_by = gen_random_uuid()");

        instances.want(new UUID[] {started, givesWay}, NOW);
        instances.unwant(new UUID[] {stopped}, NOW);
        instances.hold(new UUID[] {held}, NOW);

        assertThat(rows.all(UUID.class, "select id from task_instance where preempted_by is not null"))
                .containsExactly(givesWay);
    }

    @Test
    void whoGaveWayIsPlainlyPausedOnceStoppedAndDueOnceStarted() {
        long plan = rows.plan("PERIODIC", true);
        UUID stopped = rows.instance(plan, InstanceState.YIELDED, 0, NOW.plusSeconds(5));
        UUID started = rows.instance(plan, InstanceState.YIELDED, 0, NOW.plusSeconds(5));
        rows.write("update task_instance set message = 'gave way'");

        assertThat(instances.unwant(new UUID[] {stopped}, NOW))
                .as("no node has it")
                .isEmpty();
        instances.want(new UUID[] {started}, NOW);

        assertThat(rows.state(stopped)).isEqualTo(InstanceState.PAUSED);
        assertThat(rows.retryAt(stopped)).isNull();
        assertThat(rows.state(started)).isEqualTo(InstanceState.PENDING);
        assertThat(rows.retryAt(started)).isEqualTo(NOW);
        assertThat(rows.count("task_instance where message is not null")).isZero();
    }

    @Test
    void whatAPersonPausesSaysNothingOfTheWaitBefore() {
        long plan = rows.plan("PERIODIC", true);
        UUID waits = rows.instance(plan, InstanceState.PENDING, 0, NOW);
        UUID failed = rows.instance(plan, InstanceState.ERROR, 0, NOW);
        rows.write("update task_instance set message = 'no room'");

        instances.unwant(new UUID[] {waits}, NOW);
        instances.unwant(new UUID[] {failed}, NOW);

        assertThat(rows.state(waits)).isEqualTo(InstanceState.PAUSED);
        assertThat(rows.all(UUID.class, "select id from task_instance where message is not null"))
                .as("an error keeps its reason")
                .containsExactly(failed);
    }

    @Test
    void findsByNumberOrByIdAndOnlyOnesOwn() {
        UUID id = rows.instance(rows.plan("PERIODIC", true), InstanceState.PENDING, 0, null);
        TaskInstance byId = only(List.of(), List.of(id), null);

        assertThat(only(List.of(byId.number()), List.of(), PlanningRows.ORGANISATION)
                        .id())
                .isEqualTo(id);
        assertThat(byId.plan().on()).isTrue();
        assertThat(instances.named(List.of(), List.of(id), UUID.randomUUID()).getResultList())
                .isEmpty();
    }

    /** Plans are locked before their instances, never after. */
    @Test
    void locksInstancesWithoutTheirPlan() {
        long plan = rows.plan("PERIODIC", true);
        UUID id = rows.instance(plan, InstanceState.PENDING, 0, null);
        PlanningRows others = new PlanningRows(TestEntities.beside(session), NOW);

        List<Long> free = commit(() -> {
            instances.lock(InstanceIds.of(id), null);
            assertThat(others.all(
                            Long.class, "select number from task_instance where id = ?1 for update skip locked", id))
                    .isEmpty();
            return others.all(Long.class, "select id from task_plan where id = ?1 for update skip locked", plan);
        });

        assertThat(free).containsExactly(plan);
    }

    @Test
    void writesAChangeAndTouchesNothingElse() {
        long plan = rows.plan("PERIODIC", true);
        UUID id = rows.instance(plan, InstanceState.PAUSED, 3, null);
        TaskInstance instance = commit(() -> instances.lockMembers(plan)).get(0);

        instance.change(spec("SMOKE", "camera-2", null), NOW.plusSeconds(7));
        session.update(instance);

        TaskInstance found = only(List.of(), List.of(id), null);
        assertThat(found.document().json().getString("AlgoDefCode")).isEqualTo("SMOKE");
        assertThat(found.plan().id()).isEqualTo(plan);
        assertThat(rows.state(id)).isEqualTo(InstanceState.PAUSED);
        assertThat(rows.count("task_instance where wanted and algo_def_code = 'SMOKE' and priority = 5"))
                .isEqualTo(1);
    }

    @Test
    void answersWhatNodesHaveWhenNobodyWantsThemAnyMore() {
        long plan = rows.plan("PERIODIC", true);
        UUID running = rows.instance(plan, InstanceState.RUNNING, 0, null);
        UUID waiting = rows.instance(plan, InstanceState.PENDING, 0, NOW);

        assertThat(instances.unwantAll(plan, NOW)).containsExactly(running);
        assertThat(rows.retryAt(waiting)).isNull();
        assertThat(instances.unwant(new UUID[] {waiting}, NOW)).isEmpty();
    }

    @Test
    void countsAPlansInstancesByWhereTheyStand() {
        long plan = rows.plan("INSPECTIVE", true);
        for (InstanceState state : InstanceState.values()) {
            rows.instance(plan, state, 0, null);
        }

        assertThat(new Plans_(session).counts(new Long[] {plan, -1L}))
                .containsExactly(new Plans.Counts(plan, 0, 8, 2, 1, 2, 2, 1, 0));
    }

    @Test
    void deletesOnlyTheGiven() {
        long plan = rows.plan("PERIODIC", true);
        rows.instance(plan, InstanceState.PAUSED, 0, null);
        UUID kept = rows.instance(plan, InstanceState.PAUSED, 0, null);

        instances.delete(instances.ofPlans(new Long[] {plan}).subList(0, 1));

        assertThat(instances.ofPlans(new Long[] {plan}))
                .extracting(TaskInstance::id)
                .containsExactly(kept);
    }

    private TaskInstance only(List<Long> numbers, List<UUID> ids, UUID organisationId) {
        return instances.named(numbers, ids, organisationId).getSingleResult();
    }

    /** Locks are taken in a transaction only. */
    private static <T> T commit(Supplier<T> work) {
        return new PlanningRows(session, NOW).commit(work);
    }

    private static InstanceSpec spec(String code, String device, UUID service) {
        TaskDocument document = TaskDocument.EMPTY.withCapability(code);
        return new InstanceSpec(null, code, device, 5, service, List.of(), List.of(), document);
    }
}
