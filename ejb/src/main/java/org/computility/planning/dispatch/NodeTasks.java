package org.computility.planning.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.computility.compute.events.Told;
import org.computility.connector.accelerator.TaskReport;
import org.computility.planning.dispatch.ActiveTasks.Held;

/**
 * One node's tasks, as it told them and as the platform has them. The platform's were read after the node had told.
 *
 * @param reported all reported tasks that are the platform's, whoever should run them
 * @param held the tasks that the node has, or should have, by their numbers
 */
record NodeTasks(String computeCode, Instant asked, List<News> reported, Map<UUID, Held> held) {

    /** A task younger than this may be on its way to the node while the node is asked. */
    static final Duration ON_ITS_WAY = Duration.ofSeconds(20);

    /**
     * The tasks that the node should run and did not report.
     *
     * @param gone tasks that must have reached the node, and are not there any more
     * @param someAreYoung whether some may still be on their way
     */
    record Missing(List<UUID> gone, boolean someAreYoung) {}

    static NodeTasks of(Told<TaskReport> told, List<Held> held) {
        return new NodeTasks(
                told.computeCode(),
                told.asked(),
                told.held().stream()
                        .filter(TaskNews::isOurs)
                        .map(report -> News.listed(told.computeCode(), report, told.asked()))
                        .toList(),
                held.stream().collect(Collectors.toMap(Held::id, Function.identity())));
    }

    /** When the first of them was asked. */
    static Instant firstAsked(List<NodeTasks> nodes) {
        return nodes.stream()
                .map(NodeTasks::asked)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** What the platform does not know yet about tasks that the node has. */
    List<News> news() {
        return reported.stream()
                .filter(news -> held.containsKey(news.id())
                        && held.get(news.id()).isOlderThan(asked)
                        && held.get(news.id()).isChangedBy(news))
                .toList();
    }

    /** The tasks that are alive there and should not be. */
    List<News> strangers() {
        return reported.stream()
                .filter(news -> news.alive() && !held.containsKey(news.id()))
                .toList();
    }

    Missing missing() {
        Set<UUID> there = reported.stream().map(News::id).collect(Collectors.toSet());
        List<Held> missing = held.values().stream()
                .filter(task -> task.shouldRun() && !there.contains(task.id()))
                .toList();
        List<UUID> gone = missing.stream()
                .filter(task -> task.isOlderThan(asked.minus(ON_ITS_WAY)))
                .map(Held::id)
                .toList();
        return new Missing(gone, gone.size() < missing.size());
    }
}
