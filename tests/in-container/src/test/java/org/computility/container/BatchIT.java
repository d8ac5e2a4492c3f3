package org.computility.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.computility.container.inside.CountedItems;
import org.computility.container.inside.CountingReader;
import org.computility.container.inside.CountingWriter;
import org.computility.container.inside.Gate;
import org.computility.container.inside.GatedBatchlet;
import org.computility.container.inside.PlantedResults;
import org.computility.container.turns.InTurn;
import org.computility.operations.BatchRuns;
import org.computility.operations.RunStatus;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A chunk job whose artifacts the server injects, begun after a commit, failing, and restarted where its checkpoint stands. */
@InTurn(place = 1)
@ExtendWith(ArquillianExtension.class)
class BatchIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Payara Micro's batch engine has 200 threads, ours on WildFly 32 and a queue. */
    private static final int MORE_THAN_THREADS = 300;

    @EJB
    private BatchRuns runs;

    @EJB
    private CountedItems items;

    @EJB
    private PlantedResults results;

    @EJB
    private Gate gate;

    @Resource
    private UserTransaction transaction;

    @Deployment
    static Archive<?> platform() {
        return PlatformArchive.of(BatchIT.class)
                .withJob("count-items", CountingReader.class, CountingWriter.class)
                .withJob("wait-at-gate", GatedBatchlet.class)
                .with(CountedItems.class, PlantedResults.class, Gate.class)
                .build();
    }

    @Test
    void beginsARunOnlyWhenItsTransactionCommits() throws Exception {
        items.failOnceAt(0);
        transaction.begin();
        long dropped = runs.start("count-items", Map.of());
        transaction.rollback();
        transaction.begin();
        long wanted = runs.start("count-items", Map.of());
        assertThat(items.of(wanted)).isEmpty();
        transaction.commit();
        awaitStatus(wanted, RunStatus.COMPLETED);
        assertThat(items.of(wanted)).hasSize(20);
        assertThat(runs.find(dropped)).isEmpty();
        assertThat(items.of(dropped)).isEmpty();
    }

    @Test
    void failsAtTheThirteenthItem_thenRestartCountsTheRestOnce() {
        items.failOnceAt(13);
        long run = runs.start("count-items", Map.of());
        awaitStatus(run, RunStatus.FAILED);
        assertThat(items.of(run)).containsExactlyElementsOf(upTo(10));
        runs.restart(run);
        awaitStatus(run, RunStatus.COMPLETED);
        assertThat(items.of(run)).containsExactlyElementsOf(upTo(20));
    }

    @Test
    void purgeFailsAtTheThirteenthResult_thenRestartPurgesTheRest() {
        results.add(20);
        results.protect(13);
        // Chunks of six: the third one fails as a whole.
        long run = runs.start("purge-results", Map.of("olderThan", "P1Y", "atOnce", "6"));
        awaitStatus(run, RunStatus.FAILED);
        assertThat(results.left()).isEqualTo(20 - 8);
        assertThat(facts(run)).isEqualTo(Map.of("read", 12L, "kept", 4L, "deleted", 8L, "days", 0L));

        results.release();
        runs.restart(run);
        awaitStatus(run, RunStatus.COMPLETED);
        assertThat(results.left()).isEqualTo(6);
        assertThat(facts(run)).isEqualTo(Map.of("read", 20L, "kept", 6L, "deleted", 14L, "days", 0L));
    }

    /** Payara's engine refuses what it has no thread for, WildFly's keeps it. */
    @Test
    void runsThatFindNoThreadWaitForOneAndNoneFails() {
        List<Long> many = IntStream.range(0, MORE_THAN_THREADS)
                .mapToObj(i -> runs.start("wait-at-gate", Map.of()))
                .toList();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(states(many))
                        .doesNotContain(RunStatus.FAILED)
                        .contains(RunStatus.STARTED)
                        .containsAnyOf(RunStatus.PENDING, RunStatus.STARTING));

        gate.open();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(states(many)).containsOnly(RunStatus.COMPLETED));
        assertThat(gate.passed()).as("nothing runs twice").isEqualTo(MORE_THAN_THREADS);
    }

    private List<RunStatus> states(List<Long> ids) {
        return ids.stream().map(id -> runs.find(id).orElseThrow().status()).toList();
    }

    private Map<String, Long> facts(long run) {
        return runs.find(run).orElseThrow().progressFacts();
    }

    private void awaitStatus(long run, RunStatus status) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(runs.find(run).orElseThrow().status()).isEqualTo(status));
    }

    private static Iterable<Integer> upTo(int last) {
        return IntStream.rangeClosed(1, last).boxed().toList();
    }
}
