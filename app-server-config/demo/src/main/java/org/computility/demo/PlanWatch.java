package org.computility.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.computility.client.ComputilityClient;
import org.computility.client.Page;
import org.computility.client.Plans.Inspection;
import org.computility.client.Plans.NewInspection;
import org.computility.client.Plans.NewPlan;
import org.computility.client.Plans.Plan;
import org.computility.client.Results.Result;
import org.computility.client.Results.Search;
import org.computility.client.TaskInfo;
import org.computility.demo.stage.Patience;
import org.computility.demo.stage.Screen;

/** Creates the plans, follows them and collects what they found. */
final class PlanWatch {

    private static final Duration INSPECTION_LIMIT = Duration.ofMinutes(2);
    private static final Duration RESULT_LIMIT = Duration.ofSeconds(40);

    private static final int PAGE = 100;
    private static final int CONCURRENCY = 2;
    private static final int DURATION = 10;

    private final ComputilityClient client;
    private final Cameras cameras;
    private final Screen screen;
    private String lastLine = "";

    PlanWatch(ComputilityClient client, Cameras cameras, Screen screen) {
        this.client = client;
        this.cameras = cameras;
        this.screen = screen;
    }

    long startInspection(List<Watch> watches) {
        return startInspection(
                "Morning round",
                watches.stream().map(w -> w.taskInfo(cameras.url(w.scene()))).toList());
    }

    /** One round, two cameras at a time. */
    long startInspection(String name, List<TaskInfo> tasks) {
        return start(NewPlan.inspection(name, new NewInspection(CONCURRENCY, DURATION, 1, tasks)));
    }

    /** Creates a plan and starts it. */
    long start(NewPlan plan) {
        long id = client.plans().create(plan);
        client.plans().start(id);
        return id;
    }

    /** Returns when the plan has switched itself off after its round. */
    void follow(long inspection) {
        Patience.until("the round is over", INSPECTION_LIMIT, () -> {
            Plan plan = client.plans().get(inspection);
            show(plan);
            return !plan.isOn();
        });
    }

    private void show(Plan plan) {
        Inspection round = plan.inspection();
        String line = String.format(
                Locale.ROOT,
                "%3.0f %% of the round, %d of %d cameras done",
                plan.isOn() ? round.progress() : 100,
                plan.finishedCount(),
                plan.totalCount());
        if (!line.equals(lastLine)) {
            lastLine = line;
            screen.note(line);
        }
    }

    /** Nodes deliver at least once and a little later; waits until every camera has something. */
    void awaitResults(long plan, int deviceCount) {
        Patience.until(
                "results of all cameras are there",
                RESULT_LIMIT,
                () -> resultsByDevice(plan).size() >= deviceCount);
    }

    /** All results of a plan. */
    Map<String, List<Result>> resultsByDevice(long plan) {
        List<Result> results = new ArrayList<>();
        Page<Result> page;
        int number = 1;
        do {
            page = client.results().search(Search.ofPlan(plan, number, PAGE));
            results.addAll(page.items());
            number++;
        } while (!page.items().isEmpty() && results.size() < page.total());
        return results.stream().collect(Collectors.groupingBy(Result::deviceId));
    }
}
