package org.computility.system;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.computility.system.FakeNode.TaskRun;

/** The tasks of a {@link FakeNode}: they run and end when they should, and it is written down when each of them ran. */
public final class NodeTasks implements AutoCloseable {

    private static final String STILL_ENDING = "The task is still ending";

    private final EventFeed events;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final Map<String, TaskRun> tasks = new ConcurrentHashMap<>();
    private final List<TaskRun> runs = new CopyOnWriteArrayList<>();
    private final List<JsonObject> starts = new CopyOnWriteArrayList<>();

    private volatile ChronoUnit precision = ChronoUnit.NANOS;
    private volatile boolean full;
    private volatile Duration patience = Duration.ZERO;

    NodeTasks(EventFeed events) {
        this.events = events;
    }

    List<TaskRun> runs() {
        return runs;
    }

    List<JsonObject> starts() {
        return starts;
    }

    void fail(String taskId, String message) {
        TaskRun run = tasks.get(taskId);
        run.end();
        events.send("task", report(run, "ERROR", message));
    }

    /** The task comes to its own end. */
    public void end(String taskId) {
        end(tasks.get(taskId), true);
    }

    /** Its times have whole seconds from now on. */
    public void tellWholeSeconds() {
        precision = ChronoUnit.SECONDS;
    }

    /** From now on a task ends that long after it is told to; until then its stop, and its next start, are refused. */
    public void endAfter(Duration longer) {
        patience = longer;
    }

    /** From now on every start is refused for now, without a word. */
    public void refuseStarts() {
        full = true;
    }

    /** A task that runs although nobody asked for it. */
    public void runUnasked(String taskId) {
        begin(taskId, null);
    }

    /** The node knows nothing of the task any more. */
    public void lose(String taskId) {
        tasks.remove(taskId).end();
    }

    /** Tasks/Start. */
    JsonArray start(JsonObject request) {
        JsonArrayBuilder outcomes = Json.createArrayBuilder();
        for (JsonObject task : request.getJsonArray("Tasks").getValuesAs(JsonObject.class)) {
            starts.add(task);
            String id = task.getString("TaskID");
            if (full) {
                outcomes.add(Json.createObjectBuilder().add("TaskID", id).add("Code", 40900));
                continue;
            }
            TaskRun present = tasks.get(id);
            if (present != null && present.isEnding()) {
                outcomes.add(outcome(id, 40900, STILL_ENDING));
                continue;
            }
            if (present == null || present.endedAt() != null) {
                TaskRun run = begin(id, task.getString("AlgoServiceID", null));
                if (task.containsKey("DurationLimit")) {
                    clock.schedule(() -> end(run, true), task.getInt("DurationLimit"), TimeUnit.SECONDS);
                }
            }
            outcomes.add(outcome(id));
        }
        return outcomes.build();
    }

    /** Tasks/Stop. */
    JsonArray stop(JsonObject request) {
        JsonArrayBuilder outcomes = Json.createArrayBuilder();
        for (JsonString id : request.getJsonArray("TaskIDs").getValuesAs(JsonString.class)) {
            TaskRun run = tasks.get(id.getString());
            if (run != null && run.endedAt() == null && !patience.isZero()) {
                endSlowly(run);
                outcomes.add(outcome(id.getString(), 40900, STILL_ENDING));
                continue;
            }
            if (run != null) {
                end(run, run.endedAt() == null);
            }
            outcomes.add(outcome(id.getString()));
        }
        return outcomes.build();
    }

    /** A service ends with its tasks. */
    void stopAllOf(String serviceId) {
        tasks.values().stream()
                .filter(run -> serviceId.equals(run.serviceId()))
                .forEach(run -> end(run, run.endedAt() == null));
    }

    /** A service is lost with its tasks. */
    void loseAllOf(String serviceId) {
        tasks.values().stream()
                .filter(run -> serviceId.equals(run.serviceId()))
                .map(TaskRun::taskId)
                .forEach(this::lose);
    }

    JsonArray reports() {
        JsonArrayBuilder reports = Json.createArrayBuilder();
        tasks.values().forEach(run -> reports.add(report(run, run.endedAt() == null ? "RUNNING" : "FINISHED", null)));
        return reports.build();
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    private TaskRun begin(String taskId, String serviceId) {
        TaskRun run = new TaskRun(taskId, serviceId);
        tasks.put(taskId, run);
        runs.add(run);
        events.send("task", report(run, "RUNNING", null));
        return run;
    }

    private void end(TaskRun run, boolean tell) {
        run.end();
        if (tell) {
            events.send("task", report(run, "FINISHED", null));
        }
    }

    private void endSlowly(TaskRun run) {
        if (!run.isEnding()) {
            run.beginToEnd();
            clock.schedule(() -> end(run, true), patience.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private static JsonObject outcome(String id) {
        return outcome(id, 0, "success");
    }

    private static JsonObject outcome(String id, int code, String message) {
        return Json.createObjectBuilder()
                .add("TaskID", id)
                .add("Code", code)
                .add("Message", message)
                .build();
    }

    private JsonObject report(TaskRun run, String status, String message) {
        Instant endedAt = run.endedAt();
        JsonObjectBuilder report = Json.createObjectBuilder()
                .add("TaskID", run.taskId())
                .add("Status", status)
                .add("StartedAt", run.startedAt().truncatedTo(precision).toString())
                .add("Frames", 1);
        if (run.serviceId() != null) {
            report.add("AlgoServiceID", run.serviceId());
        }
        if (endedAt != null) {
            report.add("EndedAt", endedAt.truncatedTo(precision).toString());
        }
        if (message != null) {
            report.add("Message", message);
        }
        return report.build();
    }
}
