package org.computility.trading.licences;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.computility.identity.Role;
import org.computility.shared.NoSettings;
import org.computility.trading.MarketForTests;
import org.computility.trading.contract.TradesForTests;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LicenceIssueTest {

    private final MarketForTests market = new MarketForTests();
    private final TradesForTests trades = new TradesForTests(market, Path.of("target", "market-keys"));

    @BeforeAll
    static void useTheDefaults() {
        NoSettings.use();
    }

    @Test
    void aReversalTakesTheLicenceBackThatARenewalIssuesAtTheSameMoment() {
        market.open("seller", market.organisation(), Role.PROVIDER);
        market.open("buyer", market.organisation(), Role.CONSUMER);
        LicenceView old =
                trades.given("buyer", trades.offer("seller", "gate-7", null)).licences();
        UUID trade = trades.licences.check.genuine(old).confirmId();
        market.be("seller");
        CompletableFuture<?>[] reversal = new CompletableFuture<?>[1];

        LicenceView renewed = market.sessions.commit(() -> {
            LicenceView next = trades.licences.renewal.renew("seller", "gate-7");
            reversal[0] =
                    CompletableFuture.runAsync(() -> market.sessions.commit(() -> trades.licences.issue.revoke(trade)));
            awaitOneThatWaits();
            return next;
        });
        reversal[0].join();

        assertThat(trades.licences.check.faults(old)).contains("licence-revoked");
        assertThat(trades.licences.check.faults(renewed)).containsExactly("licence-revoked");
    }

    private void awaitOneThatWaits() {
        try (Connection connection = market.database.getConnection()) {
            while (!isAnyBlocked(connection)) {
                Thread.onSpinWait();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isAnyBlocked(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet blocked = statement.executeQuery("""
                        select 1 from pg_stat_activity
                        where datname = current_database() and cardinality(pg_blocking_pids(pid)) > 0
                        """)) {
            return blocked.next();
        }
    }
}
