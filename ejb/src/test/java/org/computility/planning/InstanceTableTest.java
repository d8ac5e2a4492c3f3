package org.computility.planning;

import static org.computility.planning.LockOrder.NOW;

import java.sql.SQLException;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.computility.shared.database.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InstanceTableTest {

    private static DataSource database;

    @BeforeAll
    static void migrate() {
        database = TestDatabase.fresh();
    }

    /** Otherwise it deadlocks with what nodes report at the same time about the same instances. */
    @ParameterizedTest
    @MethodSource("statements")
    void locksInTheOrderOfNumbers(BiConsumer<InstanceTable, LockOrder> statement) throws SQLException {
        LockOrder order = new LockOrder(database);
        order.holdsNoneWhileItWaitsForTheFirst(() -> statement.accept(new InstanceTable(database), order));
    }

    static Stream<Named<BiConsumer<InstanceTable, LockOrder>>> statements() {
        return Stream.of(
                Named.of("want", (table, rows) -> table.want(rows.instances(), NOW)),
                Named.of("wantAll", (table, rows) -> table.wantAll(rows.plan(), NOW)),
                Named.of("unwant", (table, rows) -> table.unwant("plan_id", new Long[] {rows.plan()}, NOW)),
                Named.of("delete", (table, rows) -> table.delete(rows.instances())));
    }
}
