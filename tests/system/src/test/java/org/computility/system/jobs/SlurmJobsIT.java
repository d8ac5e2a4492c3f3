package org.computility.system.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.computility.connector.jobs.cluster.SlurmCluster;
import org.computility.connector.jobs.cluster.SlurmTool;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.SideBySide;
import org.computility.system.Visitor;
import org.computility.system.datasets.SentDataset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Training jobs as their users meet them, on a real Slurm cluster. */
@OnTheServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SlurmJobsIT {

    private final Platform platform;
    private SlurmCluster cluster;
    private TrainingGround ground;
    private Visitor user;

    SlurmJobsIT(Platform platform) {
        this.platform = platform;
    }

    @BeforeAll
    void open() throws IOException, InterruptedException {
        SlurmTool.require();
        cluster = SlurmCluster.open(3);
        ground = new TrainingGround(platform, TrainingCenters.cluster(platform, cluster));
        user = ground.user();
    }

    @AfterAll
    void close() throws IOException, InterruptedException {
        if (cluster != null) {
            if (ground != null) {
                // A cluster that is gone would be asked until the server ends.
                platform.asAdmin().delete("platform/v1/centers/" + ground.center());
            }
            cluster.close();
        }
    }

    @Test
    void theClusterTellsWhatItHas() {
        JsonObject center = platform.asAdmin()
                .get("platform/v1/centers/" + ground.center())
                .expect(200)
                .json();
        JsonObject node = center.getJsonObject("capacity").getJsonArray("nodes").getJsonObject(0);
        assertThat(node.getInt("cores")).isEqualTo(8);
        assertThat(center.toString()).doesNotContain(cluster.key());

        JsonObject idle = user.get("resource/idle?centerId=" + ground.center())
                .expect(200)
                .json()
                .getJsonArray("centerResources")
                .getJsonObject(0);
        assertThat(idle.getJsonObject("totalResource").getJsonObject("cpu").getInt("cores"))
                .isEqualTo(3 * 8);
    }

    @SideBySide
    void aJobRunsShowsItsLogAndLeavesItsResult() throws IOException, InterruptedException {
        String command =
                "echo begun; sleep 4; printf 'weights\\0' >model.bin; mkdir more; echo x >more/note.txt; echo over";
        String id = ground.create(user, platform.freshName("job"), command, 1);

        TrainingGround.awaitStatus(user, id, "RUNNING");
        JsonObject attempt = attempt(id, 0);
        assertThat(attempt.getString("centerId")).isEqualTo(ground.center());
        assertThat(told(attempt)).isIn("RUNNING", "COMPLETING", "COMPLETED");
        String taskId = TrainingGround.taskIds(user, id).get(0);
        await().atMost(TrainingGround.PATIENCE)
                .until(() -> TrainingGround.log(user, id, taskId).startsWith("begun\n"));

        TrainingGround.awaitStatus(user, id, "SUCCEEDED");
        assertThat(attempt(id, 0).getInt("exitStatus")).isZero();
        assertThat(ground.linkedLog(user, id, taskId, "text/plain").expect(200).text())
                .isEqualTo("begun\nover\n");
        assertThat(ResultFiles.of(user.get("trainjob/" + id + "/download").expect(200)))
                .isEqualTo(Map.of("model.bin", "weights\0", "more/note.txt", "x\n"));
    }

    @InTurn
    @SideBySide
    void severalTasksRunTogetherAndKnowTheirNumbers() throws IOException, InterruptedException {
        String command = "echo $COMPUTILITY_TASK_INDEX of $COMPUTILITY_TASK_COUNT >mine.txt";
        String id = ground.create(user, platform.freshName("job"), command, 3);
        TrainingGround.awaitStatus(user, id, "SUCCEEDED");

        assertThat(ResultFiles.of(user.get("trainjob/" + id + "/download").expect(200)))
                .isEqualTo(Map.of("0/mine.txt", "0 of 3\n", "1/mine.txt", "1 of 3\n", "2/mine.txt", "2 of 3\n"));
        for (int task = 0; task < 3; task++) {
            // The platform knows of the end before Slurm has cleared up.
            JsonObject attempt = attempt(id, task);
            await().atMost(TrainingGround.PATIENCE).until(() -> told(attempt).equals("COMPLETED"));
        }
    }

    @InTurn
    @SideBySide
    void aJobThatRunsIsStoppedAndThenDeleted() throws IOException, InterruptedException {
        String id = ground.create(user, platform.freshName("job"), "sleep 500", 1);
        TrainingGround.awaitStatus(user, id, "RUNNING");

        assertThat(user.post("trainjob/" + id + "/stop").expect(200).json().getString("status"))
                .isEqualTo("STOPPED");
        await().atMost(TrainingGround.PATIENCE)
                .until(() -> attempt(id, 0).getString("state").equals("CANCELLED"));
        JsonObject attempt = attempt(id, 0);
        // Its script has ended it, and tells Slurm that it was no success.
        await().atMost(TrainingGround.PATIENCE).until(() -> told(attempt).matches("FAILED|CANCELLED"));
        Path left = cluster.jobs().resolve(attempt.getString("runtimeId"));
        assertThat(left).exists();

        user.delete("trainjob/" + id).expect(204);
        await().atMost(TrainingGround.PATIENCE).until(() -> Files.notExists(left));
        user.get("platform/v1/jobs/" + id).expect(404);
    }

    @InTurn
    @SideBySide
    void aFailureIsToldWithItsReason() {
        String failing = ground.create(user, platform.freshName("job"), "echo no >&2; exit 3", 1);
        String endless = create("sleep 500", 2);
        TrainingGround.awaitStatus(user, failing, "FAILED");
        TrainingGround.awaitStatus(user, endless, "FAILED");

        assertThat(attempt(failing, 0).getInt("exitStatus")).isEqualTo(3);
        assertThat(story(failing).getString("reason")).isEqualTo("ended with exit status 3");
        String taskId = TrainingGround.taskIds(user, failing).get(0);
        assertThat(TrainingGround.log(user, failing, taskId)).isEqualTo("no\n");
        assertThat(story(endless).getString("reason")).isEqualTo("exceeded its wall time");
    }

    @InTurn
    @SideBySide
    void whatSomebodyEndsAtTheClusterIsStopped() throws IOException, InterruptedException {
        String id = ground.create(user, platform.freshName("job"), "sleep 500", 1);
        TrainingGround.awaitStatus(user, id, "RUNNING");

        cluster.tell("scancel", "--name=" + attempt(id, 0).getString("runtimeId"));

        TrainingGround.awaitStatus(user, id, "STOPPED");
        assertThat(story(id).getString("reason")).isEqualTo("cancelled in the cluster");
    }

    @InTurn
    @SideBySide
    void aJobReadsItsDataSetInItsImage(@TempDir Path folder) throws IOException, InterruptedException {
        Path image = folder.resolve("image");
        SmallImage.make(image, "of the image");
        String imageId = offer(image);
        Path data = Files.writeString(folder.resolve("data.bin"), platform.freshName("frames"));
        String dataSet = SentDataset.upload(user, platform.freshName("Frames"), data);
        String command = "cat /etc/release /data/" + dataSet + "; (echo x >>/data/" + dataSet + ") 2>&1; ls";
        JsonObject wanted = ground.wanted(platform.freshName("job"), command, 1)
                .add(
                        "config",
                        ground.config(command, 1)
                                .add("imageId", imageId)
                                .add("datasets", Json.createArrayBuilder().add(dataSet)))
                .build();
        String id = created(wanted);
        TrainingGround.awaitStatus(user, id, "FAILED");

        String taskId = TrainingGround.taskIds(user, id).get(0);
        assertThat(TrainingGround.log(user, id, taskId))
                .startsWith("of the image\n" + Files.readString(data))
                .containsIgnoringCase("read-only")
                .contains("ls: not found");
    }

    /** A program of a module set is found where its root folder has the modules: the function here stands for a site's own. */
    @InTurn
    @SideBySide
    void aJobLoadsAModuleThatItsImageHas(@TempDir Path folder) throws IOException, InterruptedException {
        Path image = folder.resolve("image");
        SmallImage.make(image, "by a module");
        Path program = image.resolve("opt/apps/trainer/1.0/bin/train");
        Files.createDirectories(program.getParent());
        Files.writeString(program, "#!/bin/sh\ncat /etc/release\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        Files.createDirectories(image.resolve("etc/profile.d"));
        Files.writeString(
                image.resolve("etc/profile.d/modules.sh"),
                "module() { [ \"$1\" = load ] && PATH=\"/opt/apps/$2/bin:$PATH\"; }\n");
        String imageId = offer(image);
        String command = ". /etc/profile.d/modules.sh; module load trainer/1.0; train";
        String id = created(ground.wanted(platform.freshName("job"), command, 1)
                .add("config", ground.config(command, 1).add("imageId", imageId))
                .build());

        TrainingGround.awaitStatus(user, id, "SUCCEEDED");
        String taskId = TrainingGround.taskIds(user, id).get(0);
        assertThat(TrainingGround.log(user, id, taskId)).isEqualTo("by a module\n");
    }

    private String offer(Path image) {
        String id = platform.freshName("image").toLowerCase(Locale.ROOT);
        platform.asAdmin()
                .post(
                        "platform/v1/images",
                        Json.createObjectBuilder()
                                .add("id", id)
                                .add("name", "A shell")
                                .add("centerId", ground.center())
                                .add("location", image.toString())
                                .build())
                .expect(201);
        return id;
    }

    private String create(String command, int maxSeconds) {
        return created(ground.wanted(platform.freshName("job"), command, 1)
                .add("config", ground.config(command, 1).add("maxSeconds", maxSeconds))
                .build());
    }

    private String created(JsonObject wanted) {
        return user.post("trainjob", wanted)
                .expect(200)
                .json()
                .getJsonObject("metadata")
                .getString("id");
    }

    private JsonObject story(String id) {
        return user.get("platform/v1/jobs/" + id).expect(200).json();
    }

    private JsonObject attempt(String id, int task) {
        return story(id)
                .getJsonArray("tasks")
                .getJsonObject(task)
                .getJsonArray("attempts")
                .getJsonObject(0);
    }

    /** What the cluster itself says of an attempt. */
    private String told(JsonObject attempt) throws IOException, InterruptedException {
        return cluster.tell("squeue", "-h", "-a", "-t", "all", "-n", attempt.getString("runtimeId"), "-o", "%T")
                .strip();
    }
}
