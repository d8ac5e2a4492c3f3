package org.computility.planning.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.computility.planning.LockOrder.NOW;

import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.computility.planning.LockOrder;
import org.computility.planning.PlanningRows;
import org.computility.planning.inspection.Members.Member;
import org.computility.planning.state.InstanceState;
import org.computility.shared.database.TestDatabase;
import org.computility.shared.database.TestEntities;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MembersTest {

    private static StatelessSession session;
    private static Members members;

    @BeforeAll
    static void migrate() {
        session = TestEntities.session(TestDatabase.fresh());
        members = new Members_(session);
    }

    /** Otherwise it deadlocks with what nodes report at the same time about the same instances. */
    @ParameterizedTest
    @MethodSource("statements")
    void locksInTheOrderOfNumbers(BiConsumer<Members, LockOrder> statement) {
        LockOrder order = new LockOrder(session);
        order.holdsNoneWhileItWaitsForTheFirst(() -> statement.accept(members, order));
    }

    static Stream<Named<BiConsumer<Members, LockOrder>>> statements() {
        return Stream.of(
                Named.of("settle", (table, rows) -> table.settle(rows.instances(), NOW)),
                Named.of("release", (table, rows) -> table.release(only(rows.plan()))));
    }

    /** The same where a round begins: those of the one before have finished. */
    @Test
    void beginsARoundInTheOrderOfNumbers() {
        LockOrder order = new LockOrder(session).finished();
        order.holdsNoneWhileItWaitsForTheFirst(() -> members.beginRound(only(order.plan()), NOW));
    }

    @Test
    void holdsBackInTheOrderOfNumbers() {
        LockOrder order = new LockOrder(session).due();
        order.holdsNoneWhileItWaitsForTheFirst(() -> members.holdBack(only(order.plan())));

        assertThat(order.waiting()).isZero();
    }

    /** A person stops a member, and the server dies before its node is told. */
    @Test
    void whatIsBeingStoppedKeepsTheMomentAtWhichItsNodeIsToldAnew() {
        PlanningRows rows = new PlanningRows(session, NOW);
        long plan = rows.plan("INSPECTIVE", true);
        UUID stopping = rows.instance(plan, InstanceState.STOPPING, 0, NOW);
        UUID failed = rows.instance(plan, InstanceState.ERROR, 0, NOW);

        members.settle(new UUID[] {stopping, failed}, NOW);
        members.holdBack(only(plan));

        assertThat(rows.retryAt(stopping)).isEqualTo(NOW);
        assertThat(rows.retryAt(failed)).isNull();
    }

    @Test
    void forgetsARoundInTheOrderOfNumbers() {
        LockOrder order = new LockOrder(session);
        new PlanningRows(session, NOW)
                .write("update task_instance set postponed = true where plan_id = ?1", order.plan());
        order.holdsNoneWhileItWaitsForTheFirst(() -> members.forgetRound(only(order.plan())));
    }

    @Test
    void takesTheWantedOnesInTurnAndKnowsWhatNodesHave() {
        PlanningRows rows = new PlanningRows(session, NOW);
        long plan = rows.plan("INSPECTIVE", true);
        UUID first = rows.instance(plan, InstanceState.FINISHED, 0, null);
        UUID paused = rows.instance(plan, InstanceState.PAUSED, 0, null);
        UUID third = rows.instance(plan, InstanceState.STOPPING, 9, null);
        rows.write("update task_instance set wanted = false where id = ?1", paused);

        Member done = next(plan, 0, 1).get(0);

        assertThat(done.id()).isEqualTo(first);
        assertThat(next(plan, done.number(), 5)).extracting(Member::id).containsExactly(third);
        assertThat(members.active(plan)).containsExactly(third);
    }

    private static List<Member> next(long plan, long afterNumber, int most) {
        return members.next(only(plan), only(afterNumber), new Integer[] {most});
    }

    private static Long[] only(long one) {
        return new Long[] {one};
    }
}
