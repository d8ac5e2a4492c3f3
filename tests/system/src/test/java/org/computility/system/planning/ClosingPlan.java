package org.computility.system.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.CountDownLatch;
import org.computility.server.Database;
import org.computility.system.FakeNode;
import org.computility.system.Platform;
import org.computility.system.Workshop;

/** A plan of many instances that its window closes; the closing lasts until the test has the node answer. */
public final class ClosingPlan implements AutoCloseable {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int INSTANCES = 200;

    private final Workshop workshop;
    private final long plan;
    private final CountDownLatch answer = new CountDownLatch(1);

    /** One that runs. */
    public ClosingPlan(Platform platform) {
        workshop = new Workshop(platform, INSTANCES);
        workshop.load(1);
        plan = workshop.create(workshop.periodic(INSTANCES).add("AutoStart", true));
        await().atMost(SOON).until(() -> workshop.node().running() == INSTANCES);
    }

    /** Its window is over. */
    public void shut() {
        workshop.node().holdStops(answer);
        int day = LocalDate.now(ZoneId.of("Asia/Shanghai"))
                .plusDays(3)
                .getDayOfWeek()
                .getValue();
        JsonObject windows = Json.createObjectBuilder()
                .add("PlanDayTime", Json.createArrayBuilder().add(day + ",7:00,9:00"))
                .build();
        workshop.operator().put("ACSMP/Tasks/" + plan, windows).dataValue();
    }

    /** Its node has been told, and does not answer yet. */
    public boolean isHalfDone() {
        return workshop.node().asked("POST /Tasks/Stop") > 0;
    }

    /** Its node does what it was told. */
    public void answer() {
        answer.countDown();
    }

    /** All of it is closed by its window, shows so, and ran once. */
    public void assertClosedOnce(Database database) throws SQLException {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(counts(database))
                        .as("instances that are paused by the window, runs, and runs that have ended")
                        .containsExactly(INSTANCES, INSTANCES, INSTANCES));
        assertThat(workshop.node().running()).isZero();
        assertThat(workshop.node().runs().stream().map(FakeNode.TaskRun::taskId))
                .hasSize(INSTANCES)
                .doesNotHaveDuplicates();
        JsonObject windows = workshop.operator()
                .get("platform/v1/plans/" + plan + "/windows")
                .expect(200)
                .json();
        assertThat(windows.getInt("heldInstances")).isEqualTo(INSTANCES);
        assertThat(windows.getInt("pausedInstances")).isZero();
        assertThat(workshop.plan(plan).getInt("StoppedCount")).isEqualTo(INSTANCES);
    }

    private int[] counts(Database database) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                PreparedStatement query = connection.prepareStatement("""
                        select (select count(*) from task_instance where plan_id = ? and held and state = 'PAUSED'),
                            count(*), count(ended_at) from instance_run where plan_id = ?
                        """)) {
            query.setLong(1, plan);
            query.setLong(2, plan);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return new int[] {row.getInt(1), row.getInt(2), row.getInt(3)};
            }
        }
    }

    @Override
    public void close() {
        answer.countDown();
        workshop.close();
    }
}
