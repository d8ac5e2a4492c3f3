package org.computility.planning.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.computility.planning.LockOrder.NOW;

import java.sql.SQLException;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.computility.planning.LockOrder;
import org.computility.shared.database.Sql;
import org.computility.shared.database.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InspectionTableTest {

    private static DataSource database;

    @BeforeAll
    static void migrate() {
        database = TestDatabase.fresh();
    }

    /** Otherwise it deadlocks with what nodes report at the same time about the same instances. */
    @ParameterizedTest
    @MethodSource("statements")
    void locksInTheOrderOfNumbers(BiConsumer<InspectionTable, LockOrder> statement) throws SQLException {
        LockOrder order = new LockOrder(database);
        order.holdsNoneWhileItWaitsForTheFirst(() -> statement.accept(new InspectionTable(database), order));
    }

    /** The same where a round begins: those of the one before have finished. */
    @Test
    void beginsARoundInTheOrderOfNumbers() throws SQLException {
        LockOrder order = new LockOrder(database).finished();
        order.holdsNoneWhileItWaitsForTheFirst(() -> new InspectionTable(database).wait(order.plan(), NOW));
    }

    @Test
    void holdsBackInTheOrderOfNumbers() throws SQLException {
        LockOrder order = new LockOrder(database).due();
        order.holdsNoneWhileItWaitsForTheFirst(() -> new InspectionTable(database).holdBack(order.plan()));

        assertThat(new Sql(database).number("select count(*) from task_instance where retry_at is not null"))
                .isZero();
    }

    static Stream<Named<BiConsumer<InspectionTable, LockOrder>>> statements() {
        return Stream.of(
                Named.of("settle", (table, rows) -> table.settle(rows.instances(), NOW)),
                Named.of("release", (table, rows) -> table.release(rows.plan())));
    }
}
