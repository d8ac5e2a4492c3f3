package org.computility.system.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.computility.system.Answer;
import org.computility.system.AtOnce;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.Refusals;
import org.computility.system.Visitor;
import org.junit.jupiter.api.Test;

/** Training jobs as their users meet them, on this machine. */
@OnTheServer
class TrainingJobsIT {

    private final Platform platform;
    private final TrainingGround ground;
    private final Visitor user;

    TrainingJobsIT(Platform platform) {
        this.platform = platform;
        ground = new TrainingGround(platform);
        user = ground.user();
    }

    @Test
    void aJobRunsShowsItsLogAndLeavesItsResult() throws IOException {
        String name = platform.freshName("job");
        String command = "echo begun; sleep 5; "
                + "printf 'weights\\0' >model.bin; mkdir more; echo done >more/note.txt; echo over";
        Answer created = user.post("trainjob", ground.wanted(name, command, 1).build());
        assertThat(created.expect(200).json().keySet()).containsExactlyInAnyOrder("metadata", "status");
        JsonObject metadata = created.json().getJsonObject("metadata");
        assertThat(metadata.keySet()).containsExactlyInAnyOrder("id", "name", "desc", "createTime", "userId");
        assertThat(metadata.getString("createTime")).matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d");
        assertThat(created.json().getString("status")).isEqualTo("PENDING");
        String id = metadata.getString("id");

        TrainingGround.awaitStatus(user, id, "RUNNING");
        JsonObject task = TrainingGround.detail(user, id).getJsonArray("tasks").getJsonObject(0);
        assertThat(task.keySet())
                .containsExactlyInAnyOrder(
                        "centerId", "centerName", "imageId", "taskId", "command", "specId", "specName", "specInfo");
        assertThat(task.getString("centerId")).isEqualTo(ground.center());
        String taskId = task.getString("taskId");
        await().atMost(TrainingGround.PATIENCE)
                .until(() -> TrainingGround.log(user, id, taskId).startsWith("begun\n"));

        TrainingGround.awaitStatus(user, id, "SUCCEEDED");
        assertThat(TrainingGround.log(user, id, taskId)).isEqualTo("begun\nover\n");
        Answer shown = ground.linkedLog(user, id, taskId, "text/plain");
        assertThat(shown.expect(200).text()).isEqualTo("begun\nover\n");
        assertThat(shown.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
        Answer saved = ground.linkedLog(user, id, taskId, "application/octet-stream");
        assertThat(saved.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment");
        assertThat(ResultFiles.of(user.get("trainjob/" + id + "/download").expect(200)))
                .isEqualTo(Map.of("model.bin", "weights\0", "more/note.txt", "done\n"));
    }

    @InTurn
    @Test
    void severalTasksRunTogetherAndKnowTheirNumbers() throws IOException {
        String command = "echo $COMPUTILITY_TASK_INDEX of $COMPUTILITY_TASK_COUNT of $COMPUTILITY_JOB_ID >mine.txt";
        String other = ground.newCenter();
        JsonObject config = Json.createObjectBuilder(ground.config(command, 2).build())
                .add("centerId", Json.createArrayBuilder().add(ground.center()).add(other))
                .build();
        JsonObject both = Json.createObjectBuilder(
                        ground.wanted(platform.freshName("job"), command, 2).build())
                .add("config", config)
                .build();
        String id = user.post("trainjob", both)
                .expect(200)
                .json()
                .getJsonObject("metadata")
                .getString("id");
        assertThat(TrainingGround.taskIds(user, id)).hasSize(2);
        TrainingGround.awaitStatus(user, id, "SUCCEEDED");

        assertThat(ResultFiles.of(user.get("trainjob/" + id + "/download").expect(200)))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("0/mine.txt", "0 of 2 of " + id + "\n", "1/mine.txt", "1 of 2 of " + id + "\n"));
    }

    @Test
    void aJobThatRunsIsStoppedAndThenDeleted() {
        String name = platform.freshName("job");
        String id = ground.create(user, name, "sleep 500", 1);
        TrainingGround.awaitStatus(user, id, "RUNNING");
        Refusals.check(user.delete("trainjob/" + id), 409, "1409", "id");
        Refusals.check(user.get("trainjob/" + id + "/download"), 409, "1409", "id");

        JsonObject stopped = user.post("trainjob/" + id + "/stop").expect(200).json();
        assertThat(stopped.keySet()).containsExactlyInAnyOrder("id", "status", "stoppedTime");
        assertThat(stopped.getString("status")).isEqualTo("STOPPED");
        Refusals.check(user.post("trainjob/" + id + "/stop"), 409, "1409", "id");
        await().atMost(TrainingGround.PATIENCE)
                .until(() -> attempt(id).getString("state").equals("CANCELLED"));
        Refusals.check(user.get("trainjob/" + id + "/download"), 404, "1404", "id");

        user.delete("trainjob/" + id).expect(204);
        Refusals.check(user.get("trainjob/" + id), 400, "0240", "id");
        Refusals.check(user.get("platform/v1/jobs/" + id), 404, "job-unknown", "id");
        ground.create(user, name, "true", 1);
    }

    @Test
    void aFailureIsToldWithItsReason() {
        String id = ground.create(user, platform.freshName("job"), "echo no >&2; exit 3", 1);
        TrainingGround.awaitStatus(user, id, "FAILED");

        JsonObject story = user.get("platform/v1/jobs/" + id).expect(200).json();
        assertThat(story.getString("reason")).contains("3");
        assertThat(attempt(id).getInt("exitStatus")).isEqualTo(3);
        assertThat(TrainingGround.log(user, id, TrainingGround.taskIds(user, id).get(0)))
                .isEqualTo("no\n");
    }

    @InTurn
    @Test
    void theSameNameIsTakenOnceHoweverManyAskAtOnce() {
        String name = platform.freshName("job");
        List<Callable<Answer>> calls = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            calls.add(() -> user.post("trainjob", ground.wanted(name, "true", 1).build()));
        }
        List<Answer> answers = AtOnce.send(calls);

        assertThat(answers)
                .extracting(Answer::status)
                .filteredOn(status -> status == 200)
                .hasSize(1);
        answers.stream()
                .filter(answer -> answer.status() != 200)
                .forEach(answer -> Refusals.check(answer, 400, "0208", "jobName"));
        Visitor other = ground.strangers("CONSUMER");
        other.post("trainjob", ground.wanted(name, "true", 1).build()).expect(200);
    }

    @InTurn
    @Test
    void strangersSeeNothing() {
        String id = ground.create(user, platform.freshName("job"), "true", 1);
        String taskId = TrainingGround.taskIds(user, id).get(0);
        Visitor stranger = ground.strangers("OPERATOR");

        Refusals.check(stranger.get("trainjob/" + id), 400, "0240", "id");
        Refusals.check(stranger.post("trainjob/" + id + "/stop"), 400, "0240", "id");
        Refusals.check(stranger.delete("trainjob/" + id), 400, "0240", "id");
        Refusals.check(stranger.get("trainjob/" + id + "/download"), 400, "0240", "id");
        Refusals.check(
                stranger.get("trainjob/" + id + "/tasks/" + taskId + "/logs/url?contentType=text/plain"),
                400,
                "0240",
                "id");
        assertThat(stranger.get("trainjob").expect(200).json().getInt("totalSize"))
                .isZero();
        assertThat(platform.anonymous()
                        .get("platform/v1/job-logs/" + taskId + "/view?expires=1&signature=00")
                        .status())
                .isEqualTo(403);
        Refusals.check(
                user.get("trainjob/" + id + "/tasks/" + id + "/logs/url?contentType=text/plain"),
                400,
                "0241",
                "taskId");
    }

    @InTurn
    @Test
    void jobsAreListedSortedAndFiltered() {
        String name = platform.freshName("list");
        List<String> ids = new ArrayList<>();
        for (String end : List.of("-a", "-b", "-c")) {
            ids.add(ground.create(user, name + end, "true", 1));
        }
        ids.forEach(id -> TrainingGround.awaitStatus(user, id, "SUCCEEDED"));

        assertThat(listed("trainjob?sort=id&order=asc")).containsExactlyElementsOf(ids);
        assertThat(listed("trainjob?sort=name&pageSize=2&page=2")).containsExactly(ids.get(0));
        assertThat(listed("trainjob?status=SUCCEEDED&centerId=" + ground.center()))
                .hasSize(3);
        assertThat(listed("trainjob?status=RUNNING")).isEmpty();
        Refusals.check(user.get("trainjob?centerId=elsewhere"), 400, "0210", "centerId elsewhere");
        assertThat(user.get("platform/v1/jobs?centerId=elsewhere").expect(404).failure())
                .isEqualTo("center-unknown");
        assertThat(listed("trainjob?status=succeeded&order=ASC")).isEqualTo(ids);
        assertThat(listed("trainjob?processor=GPU")).isEmpty();
        assertThat(listed("trainjob?createAfter=2026-01-01%2000:00:00&createBefore=2999-01-01%2000:00:00"))
                .hasSize(3);
        assertThat(listed("trainjob?createBefore=2026-01-01%2000:00:00")).isEmpty();
        Refusals.check(
                user.get("trainjob?createAfter=2026-01-02%2000:00:00&createBefore=2026-01-01%2000:00:00"),
                400,
                "0230",
                "createAfter");
        assertThat(user.get("platform/v1/jobs?keyword=" + name + "-B")
                        .expect(200)
                        .json()
                        .getInt("total"))
                .isEqualTo(1);
    }

    @InTurn
    @Test
    void whyAJobWaitsIsToldAndTheNamedChangeAdmitsIt() {
        JsonObject node = platform.asAdmin()
                .get("platform/v1/centers/" + ground.center())
                .expect(200)
                .json()
                .getJsonObject("capacity")
                .getJsonArray("nodes")
                .getJsonObject(0);
        String whole = ground.specOf(node.getInt("cores"));
        String runs = whole(whole, "sleep 500");
        TrainingGround.awaitStatus(user, runs, "RUNNING");
        String id = whole(whole, "true");

        JsonObject why = placement(id);
        assertThat(why.getBoolean("startsNext")).isFalse();
        assertThat(why.getJsonArray("centers").getValuesAs(JsonObject.class))
                .filteredOn(center -> center.getString("centerId").equals(ground.center()))
                .singleElement()
                .satisfies(center -> assertThat(center.getString("constraint")).isEqualTo("SHORT"));
        assertThat(why.getJsonArray("changes").getValuesAs(JsonObject.class))
                .as("each named change alone admits the job")
                .anySatisfy(change -> assertThat(change.getJsonArray("steps").getValuesAs(JsonObject.class))
                        .singleElement()
                        .satisfies(step -> {
                            assertThat(step.getString("kind")).isEqualTo("FREE");
                            assertThat(step.getString("centerId")).isEqualTo(ground.center());
                            assertThat(step.getString("node")).isEqualTo(node.getString("name"));
                            assertThat(step.getInt("cores")).isEqualTo(node.getInt("cores"));
                        }));
        await().atMost(TrainingGround.PATIENCE).until(() -> placement(id).containsKey("forecast"));

        // The named cores come free.
        user.post("trainjob/" + runs + "/stop").expect(200);
        TrainingGround.awaitStatus(user, id, "SUCCEEDED");
        JsonObject hits = placement(id).getJsonObject("hitRate");
        assertThat(hits.getInt("made")).isPositive();
        assertThat(hits.getInt("kept")).isPositive().isLessThanOrEqualTo(hits.getInt("made"));
    }

    private JsonObject placement(String id) {
        return user.get("platform/v1/jobs/" + id + "/placement").expect(200).json();
    }

    private String whole(String spec, String command) {
        JsonObject config = Json.createObjectBuilder(ground.config(command, 1).build())
                .add("specId", spec)
                .build();
        JsonObject wanted = Json.createObjectBuilder(
                        ground.wanted(platform.freshName("whole"), command, 1).build())
                .add("config", config)
                .build();
        return user.post("trainjob", wanted)
                .expect(200)
                .json()
                .getJsonObject("metadata")
                .getString("id");
    }

    @InTurn
    @Test
    void whatNoCenterCouldEverHoldIsRefused() {
        Answer wide = user.post(
                "trainjob",
                ground.wanted(platform.freshName("wide"), "true", 1000).build());

        Refusals.check(wide, 400, "0204", "nodeCount");
        assertThat(wide.json().getString("errorMsg")).contains("Ask for at most 1,");
        assertThat(wide.headers().firstValue("Retry-After")).isPresent();
    }

    @InTurn
    @Test
    void aStoppedJobSavesWhatItHasAndSaysWhenItsResultsCome() throws IOException {
        String saving = "trap 'sleep 3; echo saved >kept; exit 0' TERM; echo ready; while :; do sleep 0.1; done";
        String id = ground.create(user, platform.freshName("saving"), saving, 1);
        String taskId = TrainingGround.taskIds(user, id).get(0);
        await().atMost(TrainingGround.PATIENCE)
                .until(() -> TrainingGround.log(user, id, taskId).equals("ready\n"));
        user.post("trainjob/" + id + "/stop").expect(200);

        Answer early = user.get("trainjob/" + id + "/download");
        Refusals.check(early, 409, "1409", "id");
        assertThat(early.json().getString("errorMsg")).contains("is STOPPED").contains("told to end");
        assertThat(early.headers().firstValue("Retry-After")).isPresent();
        await().atMost(TrainingGround.PATIENCE)
                .until(() -> user.get("trainjob/" + id + "/download").status() == 200);
        assertThat(ResultFiles.of(user.get("trainjob/" + id + "/download").expect(200)))
                .containsExactly(Map.entry("kept", "saved\n"));
    }

    @InTurn
    @Test
    void thousandsOfSmallFilesAreFetchedAtOnce() throws IOException {
        String many = "i=0; while [ $i -lt 3000 ]; do echo $i >f$i; i=$((i + 1)); done";
        String id = ground.create(user, platform.freshName("many"), many, 1);
        TrainingGround.awaitStatus(user, id, "SUCCEEDED");

        assertThat(ResultFiles.of(user.get("trainjob/" + id + "/download").expect(200)))
                .hasSize(3000)
                .containsEntry("f2999", "2999\n");
    }

    @InTurn
    @Test
    void aCenterIsRemovedByForceAndAJobThatNamedNoOtherFails() {
        TrainingGround left = new TrainingGround(platform);
        Visitor its = left.user();
        String id = left.create(its, platform.freshName("left"), "sleep 20", 1);
        TrainingGround.awaitStatus(its, id, "RUNNING");
        String center = "platform/v1/centers/" + left.center();
        assertThat(platform.asAdmin().delete(center).expect(409).failure()).isEqualTo("center-in-use");
        platform.asAdmin().delete(center + "?force=true").expect(204);

        TrainingGround.awaitStatus(its, id, "FAILED");
        JsonObject story = its.get("platform/v1/jobs/" + id).expect(200).json();
        assertThat(story.getString("reason")).isEqualTo("center " + left.center() + " was removed");
        JsonObject attempt = story.getJsonArray("tasks")
                .getJsonObject(0)
                .getJsonArray("attempts")
                .getJsonObject(0);
        assertThat(attempt.getString("state")).isEqualTo("LOST");
        assertThat(attempt.containsKey("endedAt")).isTrue();
    }

    @InTurn
    @Test
    void aJobWhoseCenterFailsEndsAtAnotherAndShowsTheReason() throws IOException {
        ground.price("0.01");
        ground.deposit("100");
        Path folder = TrainingCenters.folder();
        String first = TrainingCenters.hereOf(platform, folder, ground.organisation());
        String early = ground.createAnywhere(user, platform.freshName("early"), "echo early >kept");
        TrainingGround.awaitStatus(user, early, "SUCCEEDED");
        String id = ground.createAnywhere(user, platform.freshName("moves"), "echo begun; sleep 20; echo over");
        TrainingGround.awaitStatus(user, id, "RUNNING");
        assertThat(attempt(id).getString("centerId")).isEqualTo(first);
        String second = TrainingCenters.hereOf(platform, TrainingCenters.folder(), ground.organisation());

        Files.move(folder, folder.resolveSibling(folder.getFileName() + "-away"));

        Refusals.named(user.get("trainjob/" + early + "/download"), 500, "0101");
        await().atMost(TrainingGround.PATIENCE).until(() -> attempts(id).size() == 2);
        TrainingGround.awaitStatus(user, id, "SUCCEEDED");
        String why = "This runtime does not know the job";
        assertThat(attempt(id).getString("state")).isEqualTo("LOST");
        assertThat(attempt(id).getString("reason")).isEqualTo(why);
        JsonObject moved = attempts(id).getJsonObject(1);
        assertThat(moved.getString("centerId")).isEqualTo(second);
        assertThat(moved.getString("state")).isEqualTo("COMPLETED");
        JsonObject avoided =
                moved.getJsonObject("placement").getJsonArray("avoided").getJsonObject(0);
        assertThat(avoided.getString("centerId")).isEqualTo(first);
        assertThat(avoided.getString("reason")).isEqualTo(why);
        String taskId = TrainingGround.taskIds(user, id).get(0);
        assertThat(TrainingGround.log(user, id, taskId)).isEqualTo("begun\nover\n");
    }

    private List<String> listed(String path) {
        return user.get(path).expect(200).json().getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .map(job -> job.getJsonObject("metadata").getString("id"))
                .toList();
    }

    private JsonObject attempt(String id) {
        return attempts(id).getJsonObject(0);
    }

    private JsonArray attempts(String id) {
        return user.get("platform/v1/jobs/" + id)
                .expect(200)
                .json()
                .getJsonArray("tasks")
                .getJsonObject(0)
                .getJsonArray("attempts");
    }
}
