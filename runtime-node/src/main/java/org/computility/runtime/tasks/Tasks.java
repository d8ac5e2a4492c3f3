package org.computility.runtime.tasks;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.computility.runtime.JsonMembers;
import org.computility.runtime.Refusal;
import org.computility.runtime.services.AlgorithmService;
import org.computility.runtime.services.Services;

/** The tasks of this node. The latest thousand that are over are remembered. */
public final class Tasks implements AutoCloseable {

    private static final int REMEMBERED = 1000;
    private static final Duration STOPPING = Duration.ofSeconds(5);

    private final Services services;
    private final TaskSurroundings surroundings;
    private final Map<String, TaskRun> tasks = new LinkedHashMap<>();
    private boolean closed;

    public Tasks(Services services, TaskSurroundings surroundings) {
        this.services = services;
        this.surroundings = surroundings;
    }

    /** Starts a task; one that goes on already is left as it is, one that is over starts anew. */
    public synchronized void start(JsonObject body) throws Refusal {
        JsonMembers request = new JsonMembers(body);
        String id = request.text("TaskID");
        TaskRun present = tasks.get(id);
        if (present != null && !present.isOver()) {
            return;
        }
        if (closed) {
            throw Refusal.conflict("The node is shutting down");
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

    /** Stops tasks and waits until they have ended; one that is not there is stopped already. */
    public void stop(Collection<String> ids) {
        List<TaskRun> runs = new ArrayList<>();
        synchronized (this) {
            for (String each : ids) {
                if (tasks.containsKey(each)) {
                    runs.add(tasks.get(each));
                }
            }
        }
        stopAll(runs);
    }

    /** Stops what a service runs. */
    public void stopService(String serviceId) {
        List<TaskRun> runs;
        synchronized (this) {
            runs = tasks.values().stream()
                    .filter(t -> t.state().serviceId().equals(serviceId))
                    .toList();
        }
        stopAll(runs);
    }

    /** All tasks remembered. */
    public synchronized Collection<TaskState> list() {
        return tasks.values().stream().map(TaskRun::state).toList();
    }

    @Override
    public void close() {
        List<TaskRun> runs;
        synchronized (this) {
            closed = true;
            runs = List.copyOf(tasks.values());
        }
        stopAll(runs);
    }

    private static void stopAll(List<TaskRun> runs) {
        runs.forEach(TaskRun::stop);
        long end = System.nanoTime() + STOPPING.toNanos();
        try {
            for (TaskRun each : runs) {
                each.awaitEnd(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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
