package org.computility.system.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.computility.connector.jobs.cluster.SlurmCluster;
import org.computility.connector.jobs.cluster.SlurmCluster.Daemon;
import org.computility.connector.jobs.cluster.SlurmTool;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.ServerUnderTest;
import org.computility.system.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/**
 * The platform dies while jobs are placed, handed over, and run: each runs once and ends in its true state. What holds that
 * is in the database; a server adds nothing but its start.
 */
@InTurn(place = 2)
@OnTheServer
@DisabledIfSystemProperty(named = "computility.url", matches = ".+", disabledReason = "kills the server")
class JobsKilledIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int JOBS = 20;

    @Test
    void eachJobRunsOnceThoughThePlatformIsKilled(Platform platform, ServerUnderTest server) {
        TrainingGround ground = new TrainingGround(platform);
        ground.price("0.01");
        ground.deposit("100");
        Visitor user = ground.user();
        String name = platform.freshName("killed");
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < JOBS; i++) {
            // Every fourth fails: that is a true state, too.
            ids.add(ground.create(user, name + "-" + i, "echo ran; sleep 1; exit " + (i % 4 == 3 ? 5 : 0), 1));
        }
        for (int ended : new int[] {1, JOBS / 2}) {
            await().atMost(PATIENCE).until(() -> ended(user, ids) >= ended);
            server.kill();
            server.start();
        }
        Visitor again = ground.user();
        await().atMost(PATIENCE).until(() -> ended(again, ids) == JOBS);

        for (int i = 0; i < JOBS; i++) {
            String id = ids.get(i);
            assertThat(TrainingGround.status(again, id)).isEqualTo(i % 4 == 3 ? "FAILED" : "SUCCEEDED");
            String taskId = TrainingGround.taskIds(again, id).get(0);
            assertThat(TrainingGround.log(again, id, taskId)).as("job %d", i).isEqualTo("ran\n");
            TrainingGround.awaitCharged(again, id);
        }
        assertThat(again.get("platform/v1/jobs?pageSize=100&keyword=" + name)
                        .expect(200)
                        .json()
                        .getJsonArray("items"))
                .allSatisfy(job -> assertThat(job.asJsonObject()
                                .getJsonArray("tasks")
                                .getJsonObject(0)
                                .getJsonArray("attempts"))
                        .hasSize(1));
    }

    @Test
    void aJobOfASilentCenterEndsAtAnotherAndTheFirstIsEndedWhenTheCenterIsBack(
            Platform platform, ServerUnderTest server) throws IOException, InterruptedException {
        SlurmTool.require();
        server.kill();
        server.start(Map.of("COMPUTILITY_JOB_MOVE_AFTER", "PT15S", "COMPUTILITY_CENTER_INTERVAL", "PT2S"));
        try (SlurmCluster cluster = SlurmCluster.open()) {
            moveFrom(cluster, platform);
        } finally {
            server.kill();
            server.start();
        }
    }

    private static void moveFrom(SlurmCluster cluster, Platform platform) throws IOException, InterruptedException {
        TrainingGround ground = new TrainingGround(platform);
        ground.price("0.01");
        ground.deposit("100");
        Visitor user = ground.user();
        String silent = TrainingCenters.clusterOf(platform, cluster, ground.organisation());
        String id = ground.createAnywhere(user, platform.freshName("moves"), "echo begun; sleep 90; echo over");
        TrainingGround.awaitStatus(user, id, "RUNNING");
        String other = TrainingCenters.hereOf(platform, TrainingCenters.folder(), ground.organisation());

        cluster.kill(Daemon.SLURMRESTD);

        await().atMost(PATIENCE).until(() -> attempts(user, id).size() == 2);
        JsonObject left = attempts(user, id).getJsonObject(0);
        assertThat(left.getString("centerId")).isEqualTo(silent);
        assertThat(left.getString("reason")).isEqualTo("its center did not answer; it goes on elsewhere");
        assertThat(attempts(user, id).getJsonObject(1).getString("centerId")).isEqualTo(other);
        cluster.start(Daemon.SLURMRESTD);
        await().atMost(PATIENCE)
                .until(() ->
                        attempts(user, id).getJsonObject(0).getString("state").equals("CANCELLED"));
        TrainingGround.awaitStatus(user, id, "SUCCEEDED");
        assertThat(attempts(user, id)).hasSize(2);
        assertThat(TrainingGround.log(user, id, TrainingGround.taskIds(user, id).get(0)))
                .isEqualTo("begun\nover\n");
        platform.asAdmin()
                .delete("platform/v1/centers/" + silent + "?force=true")
                .expect(204);
    }

    private static JsonArray attempts(Visitor user, String id) {
        return user.get("platform/v1/jobs/" + id)
                .expect(200)
                .json()
                .getJsonArray("tasks")
                .getJsonObject(0)
                .getJsonArray("attempts");
    }

    private static long ended(Visitor user, List<String> ids) {
        return ids.stream()
                .map(id -> TrainingGround.status(user, id))
                .filter(status -> !List.of("PENDING", "RUNNING").contains(status))
                .count();
    }
}
