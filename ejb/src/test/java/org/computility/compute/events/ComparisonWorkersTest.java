package org.computility.compute.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Collectors;
import org.computility.compute.events.DueNodes.Due;
import org.junit.jupiter.api.Test;

class ComparisonWorkersTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration INTERVAL = Duration.ofSeconds(30);

    private final DueNodes due = new DueNodes(INTERVAL);
    private final Queue<Runnable> begun = new ArrayDeque<>();
    private final List<List<Due>> compared = new ArrayList<>();

    @Test
    void fewNodesAreAskedOneByAThread() {
        open(3);

        workers(begun::add).handOut();
        begun.forEach(Runnable::run);

        assertThat(compared).hasSize(3).allSatisfy(some -> assertThat(some).hasSize(1));
    }

    @Test
    void manyNodesShareTheThreadsAndTheRestWaitsForTheNextCall() {
        int atOnce = ComparisonWorkers.MOST * ComparisonWorkers.TOGETHER;
        open(atOnce + 7);
        ComparisonWorkers workers = workers(begun::add);

        workers.handOut();
        workers.handOut();
        assertThat(begun).hasSize(ComparisonWorkers.MOST);
        begun.forEach(Runnable::run);
        assertThat(compared)
                .allSatisfy(some -> assertThat(some).hasSize(ComparisonWorkers.TOGETHER))
                .hasSize(ComparisonWorkers.MOST);

        begun.clear();
        workers.handOut();
        assertThat(begun).hasSize(7);
    }

    @Test
    void aComparisonThatThrowsIsMadeUpForLater() {
        open(1);
        ComparisonWorkers failing = new ComparisonWorkers(
                Runnable::run,
                due,
                some -> {
                    throw new IllegalStateException("the database is away");
                },
                fixed());

        failing.handOut();

        assertThat(due.take(NOON.plus(INTERVAL), 9)).containsExactly(new Due("0", true));
    }

    @Test
    void aServerWithoutThreadsLosesNobody() {
        open(2);
        Executor full = task -> {
            throw new RejectedExecutionException("no thread");
        };

        workers(full).handOut();

        assertThat(due.take(NOON.plus(INTERVAL), 9)).containsExactlyInAnyOrder(new Due("0", true), new Due("1", true));
    }

    private ComparisonWorkers workers(Executor executor) {
        return new ComparisonWorkers(executor, due, this::compare, fixed());
    }

    private Set<String> compare(List<Due> some) {
        compared.add(some);
        return some.stream().map(Due::code).collect(Collectors.toSet());
    }

    private void open(int count) {
        for (int i = 0; i < count; i++) {
            due.opened("" + i, NOON);
        }
    }

    private static Clock fixed() {
        return Clock.fixed(NOON, ZoneOffset.UTC);
    }
}
