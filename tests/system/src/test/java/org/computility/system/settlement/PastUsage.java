package org.computility.system.settlement;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.UUID;
import org.computility.server.Database;

/** What orders used in months that are over, put into the tables directly: no server under test can be told another time. */
final class PastUsage {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Database database;

    PastUsage(Database database) {
        this.database = database;
    }

    /** The order was opened when that month began. */
    void begins(String order, YearMonth month) {
        run(
                "update service_order set starts_at = ?, open_period = ? where id = ?",
                at(month.atDay(1)).minusHours(12),
                month.toString(),
                UUID.fromString(order));
    }

    /** Calls at noon of a day, of which the platform heard at once. */
    void add(String order, LocalDate day, int calls) {
        add(order, day, calls, at(day), YearMonth.from(day));
    }

    /** The same, of which the platform hears only now. */
    void addLate(String order, LocalDate day, int calls) {
        OffsetDateTime now = OffsetDateTime.now(ZONE);
        add(order, day, calls, now, YearMonth.from(now));
    }

    private void add(String order, LocalDate day, int calls, OffsetDateTime received, YearMonth notBefore) {
        run(
                "insert into usage_record (event_id, order_id, at, calls, tokens, received_at, day, not_before)"
                        + " values (gen_random_uuid(), ?, ?, ?, 0, ?, ?, ?)",
                UUID.fromString(order),
                at(day),
                calls,
                received,
                day,
                notBefore.toString());
    }

    private static OffsetDateTime at(LocalDate day) {
        return day.atTime(12, 0).atZone(ZONE).toOffsetDateTime();
    }

    private void run(String statement, Object... values) {
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                PreparedStatement prepared = connection.prepareStatement(statement)) {
            for (int i = 0; i < values.length; i++) {
                prepared.setObject(i + 1, values[i]);
            }
            prepared.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }
}
