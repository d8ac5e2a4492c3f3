package org.computility.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RunsTest {

    private static final UUID ORGANISATION = UUID.randomUUID();

    private DataSource database;
    private Runs runs;

    @BeforeEach
    void emptyTables() {
        database = OperationsDatabase.empty();
        runs = new Runs(database, Duration.ofSeconds(15));
    }

    @Test
    void aNewRunIsStartingAndLeasedToItsServer() {
        long id = add();

        RunView run = runs.find(id).orElseThrow();

        assertThat(run.status()).isEqualTo(RunStatus.STARTING);
        assertThat(run.parameters()).containsExactly(Map.entry("planId", "7"));
        assertThat(run.organisationId()).isEqualTo(ORGANISATION);
        assertThat(run.attempt()).isEqualTo(1);
        assertThat(runs.claimOrphans("b", 10)).isEmpty();
    }

    @Test
    void anUnknownRunIsNotFound() {
        assertThat(runs.find(-1)).isEmpty();
        assertThat(runs.requestStop(-1)).isFalse();
        assertThat(runs.restart(-1, "a")).isEmpty();
    }

    @Test
    void aBeginningAttemptMakesTheRunStarted() {
        long id = add();

        assertThat(runs.began(first(id), "jbatch", 42)).contains(RunStatus.STARTED);

        assertThat(runs.find(id).orElseThrow().startedAt()).isNotNull();
        assertThat(runs.previousExecution(id, 2, "jbatch")).contains(42L);
        assertThat(runs.previousExecution(id, 2, "jberet")).isEmpty();
    }

    @Test
    void aCompletedRunHasAllProgressAndNoLease() {
        long id = begin();
        runs.progress(id, 40, Map.of("round", 2L, "instances", 5L));

        RunEnded ended = runs.ended(first(id), RunStatus.COMPLETED, null).orElseThrow();

        assertThat(ended).isEqualTo(new RunEnded(id, "run-inspection", RunStatus.COMPLETED));
        RunView run = runs.find(id).orElseThrow();
        assertThat(run.progressPercent()).isEqualTo(100);
        assertThat(run.progressFacts()).isEqualTo(Map.of("round", 2L, "instances", 5L));
        assertThat(run.endedAt()).isNotNull();
    }

    @Test
    void anEndIsRecordedOnce() {
        long id = begin();
        runs.ended(first(id), RunStatus.COMPLETED, null);

        assertThat(runs.ended(first(id), RunStatus.FAILED, "late")).isEmpty();
        assertThat(runs.find(id).orElseThrow().status()).isEqualTo(RunStatus.COMPLETED);
    }

    @Test
    void aFailedRunKeepsItsProgress() {
        long id = begin();
        runs.progress(id, 40, Map.of());

        runs.ended(first(id), RunStatus.FAILED, "node unreachable");

        RunView run = runs.find(id).orElseThrow();
        assertThat(run.progressPercent()).isEqualTo(40);
        assertThat(run.exitMessage()).isEqualTo("node unreachable");
    }

    @Test
    void progressOfAnEndedRunIsIgnored() {
        long id = begin();
        runs.ended(first(id), RunStatus.FAILED, null);

        runs.progress(id, 90, Map.of("round", 9L));

        assertThat(runs.find(id).orElseThrow().progressPercent()).isZero();
    }

    @Test
    void onlyAnActiveRunCanBeAskedToStop() {
        long id = begin();

        assertThat(runs.requestStop(id)).isTrue();
        assertThat(runs.requestStop(id)).isFalse();
        assertThat(runs.find(id).orElseThrow().status()).isEqualTo(RunStatus.STOPPING);

        runs.ended(first(id), RunStatus.STOPPED, null);
        assertThat(runs.requestStop(id)).isFalse();
    }

    @Test
    void aStopAskedForBeforeTheBeginningSurvivesIt() {
        long id = add();
        runs.requestStop(id);

        assertThat(runs.began(first(id), "jbatch", 1)).contains(RunStatus.STOPPING);
    }

    @Test
    void aRestartKeepsTheIdAndCountsTheAttempt() {
        long id = begin();
        runs.ended(first(id), RunStatus.STOPPED, "STOPPED");

        assertThat(runs.restart(id, "b")).contains(new RunWanted(id, 2));

        RunView run = runs.find(id).orElseThrow();
        assertThat(run.status()).isEqualTo(RunStatus.STARTING);
        assertThat(run.server()).isEqualTo("b");
        assertThat(run.endedAt()).isNull();
        assertThat(run.exitMessage()).isNull();
    }

    @Test
    void aRunThatIsActiveOrCompletedIsNotRestarted() {
        long active = begin();
        long completed = begin();
        runs.ended(first(completed), RunStatus.COMPLETED, null);

        assertThat(runs.restart(active, "a")).isEmpty();
        assertThat(runs.restart(completed, "a")).isEmpty();
    }

    @Test
    void aSilentServersRunIsAdoptedUnderTheSameId() {
        long id = begin();
        expireLeases();

        List<Orphan> orphans = runs.claimOrphans("b", 10);

        assertThat(orphans)
                .containsExactly(new Orphan(id, "run-inspection", RunStatus.STARTING, 2, 1, "a", "jbatch", 42));
        assertThat(runs.find(id).orElseThrow().server()).isEqualTo("b");
        assertThat(runs.claimOrphans("c", 10)).isEmpty();
    }

    @Test
    void aRunThatNeverReachedAnEngineIsAdoptedToo() {
        long id = add();
        expireLeases();

        assertThat(runs.claimOrphans("b", 10))
                .containsExactly(new Orphan(id, "run-inspection", RunStatus.STARTING, 2, 1, "a", null, 0));
    }

    @Test
    void anOrphanThatWasToStopIsStopped() {
        long id = begin();
        runs.requestStop(id);
        expireLeases();

        assertThat(runs.claimOrphans("b", 10))
                .singleElement()
                .satisfies(orphan -> assertThat(orphan.status()).isEqualTo(RunStatus.STOPPED));
        assertThat(runs.find(id).orElseThrow().endedAt()).isNotNull();
        expireLeases();
        assertThat(runs.claimOrphans("c", 10)).isEmpty();
    }

    @Test
    void aServerThatWakesUpLateCannotTouchAnAdoptedRun() {
        long id = begin();
        expireLeases();
        runs.claimOrphans("b", 10);

        assertThat(runs.began(first(id), "jbatch", 42)).isEmpty();
        assertThat(runs.ended(first(id), RunStatus.COMPLETED, null)).isEmpty();
        assertThat(runs.handOver(first(id))).isFalse();
        assertThat(runs.renew("a", new Long[] {id})).isEmpty();
        assertThat(runs.find(id).orElseThrow().status()).isEqualTo(RunStatus.STARTING);
    }

    @Test
    void aHeartbeatProlongsTheLeaseAndHearsOfAStop() {
        long id = begin();
        runs.requestStop(id);
        expireLeases();

        assertThat(runs.renew("a", new Long[] {id, 999L})).containsExactly(new Runs.Renewal(id, 1, RunStatus.STOPPING));
        assertThat(runs.claimOrphans("b", 10)).isEmpty();
    }

    @Test
    void aRunThatItsServerStoppedIsFreeAtOnce() {
        long id = begin();

        assertThat(runs.handOver(first(id))).isTrue();

        assertThat(runs.claimOrphans("b", 10)).hasSize(1);
    }

    @Test
    void aRunThatAPersonStoppedIsNotHandedOver() {
        long id = begin();
        runs.requestStop(id);

        assertThat(runs.handOver(first(id))).isFalse();
    }

    @Test
    void serversThatClaimAtTheSameTimeGetEveryOrphanOnce() throws Exception {
        IntStream.range(0, 60).forEach(i -> begin());
        expireLeases();
        List<Callable<List<Orphan>>> claims = new ArrayList<>();
        IntStream.range(0, 12).forEach(i -> claims.add(() -> runs.claimOrphans("server-" + i, 5)));

        List<Long> claimed = new ArrayList<>();
        var threads = Executors.newFixedThreadPool(12);
        try {
            for (Future<List<Orphan>> claim : threads.invokeAll(claims)) {
                claim.get().forEach(orphan -> claimed.add(orphan.run()));
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(claimed).hasSize(60).doesNotHaveDuplicates();
    }

    private long add() {
        return runs.add("run-inspection", Map.of("planId", "7"), ORGANISATION, "a");
    }

    private long begin() {
        long id = add();
        runs.began(first(id), "jbatch", 42);
        return id;
    }

    private static RunAttempt first(long id) {
        return new RunAttempt(id, 1, "a");
    }

    private static void expireLeases() {
        OperationsDatabase.execute(
                "UPDATE job_run SET lease_until = now() - interval '1 hour' WHERE lease_until IS NOT NULL");
    }
}
