package org.computility.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.computility.client.ComputilityClient;
import org.computility.client.Plans.Change;
import org.computility.client.Plans.NewPlan;
import org.computility.client.Plans.Plan;
import org.computility.client.Plans.Run;
import org.computility.client.Plans.Windows;
import org.computility.client.Results.Result;
import org.computility.client.TaskInfo;
import org.computility.demo.stage.Patience;
import org.computility.demo.stage.Screen;

/**
 * A periodic plan that the clock opens at the next whole minute, and closes a minute later. The demo goes on meanwhile: it waits
 * for neither longer than it must.
 */
final class WindowWatch {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private static final int PAGE = 100;

    /** As long as a clip lasts. */
    private static final Duration SCENE = Duration.ofSeconds(12);

    /** The platform knows of the window by then. */
    private static final Duration TO_BE_TOLD = Duration.ofSeconds(5);

    /** Not today, nor tomorrow, in whatever zone. */
    private static final String ANOTHER_DAY =
            LocalDate.now(ZoneOffset.UTC).plusDays(3).getDayOfWeek().getValue() + ",7:00,9:00";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm");

    private final ComputilityClient client;
    private final PlanWatch plans;
    private final Screen screen;
    private long plan;

    WindowWatch(ComputilityClient client, PlanWatch plans, Screen screen) {
        this.client = client;
        this.plans = plans;
        this.screen = screen;
    }

    /** Starts the plan while it is closed. */
    void start(List<TaskInfo> tasks) {
        plan = plans.start(NewPlan.periodic("A minute of the week", tasks).in(List.of(ANOTHER_DAY)));
        String zone = client.plans().windows(plan).zone();
        client.plans().change(plan, Change.windows(List.of(nextMinute(ZoneId.of(zone)))));
        Windows closed = client.plans().windows(plan);
        screen.note("the periodic plan is closed by its window until " + closed.opensAt() + "; "
                + closed.heldInstances() + " cameras wait");
    }

    /** The hour of midnight is 0:00 on both sides: a window that ends before its start ends on the next day. */
    private static String nextMinute(ZoneId zone) {
        ZonedDateTime opens = ZonedDateTime.now(zone)
                .plus(TO_BE_TOLD)
                .truncatedTo(ChronoUnit.MINUTES)
                .plusMinutes(1);
        return opens.getDayOfWeek().getValue() + "," + TIME.format(opens) + "," + TIME.format(opens.plusMinutes(1));
    }

    /** Returns when the window has opened the plan, and a scene was seen from its beginning to its end. */
    void awaitWatched() {
        Patience.until(
                "the clock opens the plan, and it sees a scene twice",
                LIMIT,
                () -> results().values().stream().anyMatch(WindowWatch::twice));
        Instant opened =
                runs().map(Run::startedAt).min(Comparator.naturalOrder()).orElseThrow();
        screen.note("the clock has opened the periodic plan: it runs since " + opened);
    }

    private static boolean twice(List<Result> results) {
        Instant first = results.stream()
                .map(Result::time)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return results.stream().anyMatch(result -> result.time().isAfter(first.plus(SCENE)));
    }

    /** What was found so far. */
    Map<String, List<Result>> results() {
        return plans.resultsByDevice(plan);
    }

    /** Returns when the window is over and nothing of the plan runs any more; then nobody needs it any more. */
    void awaitClosed() {
        Patience.until("the clock closes the plan", LIMIT, this::isClosed);
        Windows closed = client.plans().windows(plan);
        screen.note("the clock has closed the periodic plan again, until " + closed.opensAt() + "; "
                + closed.heldInstances() + " cameras wait");
        client.plans().stop(plan);
    }

    private boolean isClosed() {
        Plan now = client.plans().get(plan);
        return !client.plans().windows(plan).open()
                && now.isOn()
                && now.stoppedCount() + now.finishedCount() == now.totalCount();
    }

    private Stream<Run> runs() {
        return client.plans().runs(plan, 1, PAGE).items().stream();
    }
}
