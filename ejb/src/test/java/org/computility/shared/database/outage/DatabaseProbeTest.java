package org.computility.shared.database.outage;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.computility.database.DatabaseSettings;
import org.computility.shared.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DatabaseProbeTest {

    @Test
    void goesOnAfterItsConnectionWasLost() throws SQLException {
        DataSource database = TestDatabase.fresh();
        try (DatabaseProbe probe = new DatabaseProbe(database)) {
            probe.ask();
            loseTheOthers(database);

            assertThatExceptionOfType(SQLException.class).isThrownBy(probe::ask).matches(Outage::isOne);
            assertThatCode(probe::ask).doesNotThrowAnyException();
        }
    }

    @Test
    void aDatabaseThatTakesCallsAndNeverAnswersIsGivenUp() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
                DatabaseProbe probe = new DatabaseProbe(at(silent.getLocalPort()))) {
            assertThatExceptionOfType(SQLException.class).isThrownBy(probe::ask).matches(Outage::isOne);
        }
    }

    private static DataSource at(int port) {
        return new DatabaseSettings("jdbc:postgresql://127.0.0.1:" + port + "/none", "nobody", "none")
                .impatientDataSource(1);
    }

    private static void loseTheOthers(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    select pg_terminate_backend(pid) from pg_stat_activity
                    where datname = current_database() and pid <> pg_backend_pid()
                    """);
        }
    }
}
