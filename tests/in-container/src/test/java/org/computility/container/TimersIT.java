package org.computility.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.computility.container.inside.SharedWork;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.container.test.api.TargetsContainer;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Timers of two servers that share a database: each fires, one works, and the other goes on when that one is gone. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class TimersIT {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int ROUNDS = 5;

    @ArquillianResource
    private Deployer servers;

    @Deployment(name = "first", managed = false)
    @TargetsContainer("first")
    static Archive<?> first() {
        return platform();
    }

    @Deployment(name = "second", managed = false)
    @TargetsContainer("second")
    static Archive<?> second() {
        return platform();
    }

    private static Archive<?> platform() {
        return PlatformArchive.of(TimersIT.class).with(SharedWork.class).build();
    }

    @Test
    void fireOnEachServerAndHandTheWorkOver() throws Exception {
        // A test that failed is tried once more.
        run("drop table if exists tick");
        run("create table tick (at timestamptz not null default clock_timestamp(), server text, holder boolean)");
        servers.deploy("first");
        String one = awaited("select min(server) from tick where holder");
        servers.deploy("second");
        String other = awaited("select min(server) from tick where server <> '" + one + "'");
        await().atMost(PATIENCE).until(() -> count("server = '" + other + "'") >= ROUNDS);
        assertThat(count("holder and server = '" + other + "'"))
                .as("work of the second server while the first holds the lease")
                .isZero();
        servers.undeploy("first");
        await().atMost(PATIENCE).until(() -> count("holder and server = '" + other + "'") >= ROUNDS);
        assertThat(texts("select server from tick where holder group by server order by min(at)"))
                .containsExactly(one, other);
        servers.undeploy("second");
    }

    private static String awaited(String query) {
        return await().atMost(PATIENCE).until(() -> texts(query).get(0), text -> text != null);
    }

    private static long count(String condition) throws SQLException {
        return Long.parseLong(
                texts("select count(*)::text from tick where " + condition).get(0));
    }

    private static List<String> texts(String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    private static void run(String statement) throws SQLException {
        try (Connection connection = connect();
                Statement running = connection.createStatement()) {
            running.execute(statement);
        }
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(
                System.getProperty("platform.database"),
                System.getProperty("platform.database.user"),
                System.getProperty("platform.database.password"));
    }
}
