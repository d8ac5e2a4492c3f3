package org.computility.runtime.tasks;

import jakarta.json.JsonObject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.computility.runtime.JsonMembers;
import org.computility.runtime.Refusal;
import org.computility.runtime.services.AlgorithmService;
import org.computility.runtime.services.Services;

/** The tasks of this node. The latest thousand that are over are remembered. */
public final class Tasks implements AutoCloseable {

    private static final int REMEMBERED = 1000;
    private static final Logger LOG = System.getLogger(Tasks.class.getName());

    private final Services services;
    private final TaskSurroundings surroundings;
    private final Duration stopping;
    private final Map<String, TaskRun> tasks = new LinkedHashMap<>();
    private boolean closed;
    /** Why no task starts; null: tasks start. */
    private String fenced;

    /** @param stopping how long a stop waits for the ends of its tasks */
    public Tasks(Services services, TaskSurroundings surroundings, Duration stopping) {
        this.services = services;
        this.surroundings = surroundings;
        this.stopping = stopping;
    }

    /** Starts a task. A task that runs already is left as it is; a task that is over starts anew. */
    public synchronized void start(JsonObject body) throws Refusal {
        JsonMembers request = new JsonMembers(body);
        String id = request.text("TaskID");
        TaskRun present = tasks.get(id);
        if (present != null && present.isEnding()) {
            throw Refusal.conflict("The task " + id + " is still ending");
        }
        if (present != null && !present.isOver()) {
            return;
        }
        if (closed) {
            throw Refusal.conflict("The node is shutting down");
        }
        if (fenced != null) {
            throw Refusal.conflict(fenced);
        }
        AlgorithmService service = services.get(request.text("AlgoServiceID"));
        TaskOrder order = TaskOrder.of(body, service.algoPackage());
        AlgorithmService.Seat seat = service.take(order.capability().code());
        TaskRun run = new TaskRun(order, seat, surroundings);
        tasks.remove(id);
        tasks.put(id, run);
        forgetOldest();
        Thread thread = new Thread(run, "task-" + id);
        thread.setDaemon(true);
        thread.start();
    }

    /** Stops tasks; a task that is not there counts as stopped. Answers the tasks that have not ended in time. */
    public Set<String> stop(Collection<String> ids) {
        List<TaskRun> runs;
        synchronized (this) {
            runs = ids.stream().map(tasks::get).filter(Objects::nonNull).toList();
        }
        return stopAll(runs);
    }

    /** Stops what a service runs; answers the tasks that have not ended in time. */
    public Set<String> stopService(String serviceId) {
        List<TaskRun> runs;
        synchronized (this) {
            runs = tasks.values().stream()
                    .filter(t -> t.state().serviceId().equals(serviceId))
                    .toList();
        }
        return stopAll(runs);
    }

    /** All tasks remembered. */
    public synchronized Collection<TaskState> list() {
        return tasks.values().stream().map(TaskRun::state).toList();
    }

    /** Ends all tasks, and refuses others with these words until {@link #takeUp}. */
    public void end(String why) {
        List<TaskRun> runs;
        synchronized (this) {
            fenced = why;
            runs = List.copyOf(tasks.values());
        }
        stopAll(runs);
    }

    /** Tasks start again. */
    public synchronized void takeUp() {
        fenced = null;
    }

    @Override
    public void close() {
        List<TaskRun> runs;
        synchronized (this) {
            closed = true;
            runs = List.copyOf(tasks.values());
        }
        Set<String> laggards = stopAll(runs);
        if (!laggards.isEmpty()) {
            LOG.log(Level.WARNING, "{0} tasks have not ended in time", laggards.size());
        }
    }

    private Set<String> stopAll(List<TaskRun> runs) {
        runs.forEach(TaskRun::stop);
        long end = System.nanoTime() + stopping.toNanos();
        Set<String> laggards = new LinkedHashSet<>();
        try {
            for (TaskRun each : runs) {
                if (!each.awaitEnd(Duration.ofNanos(Math.max(0, end - System.nanoTime())))) {
                    laggards.add(each.state().taskId());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            runs.stream()
                    .filter(TaskRun::isEnding)
                    .forEach(r -> laggards.add(r.state().taskId()));
        }
        return laggards;
    }

    private void forgetOldest() {
        long over = tasks.values().stream().filter(TaskRun::isOver).count();
        var runs = tasks.values().iterator();
        while (over > REMEMBERED && runs.hasNext()) {
            if (runs.next().isOver()) {
                runs.remove();
                over--;
            }
        }
    }
}
