package org.computility.operations.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.computility.operations.OperationsDatabase.expireLeases;
import static org.computility.operations.OperationsDatabase.view;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.computility.operations.OperationsDatabase;
import org.computility.operations.RunStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrphansTest {

    private static final double LEASE = 15;

    private Orphans orphans;

    @BeforeEach
    void emptyTables() {
        orphans = new Orphans_(OperationsDatabase.empty());
    }

    @Test
    void aRunOfALivingServerIsNobodyElses() {
        add();

        assertThat(orphans.claim("b", 10, LEASE)).isEmpty();
    }

    @Test
    void aSilentServersRunIsAdoptedUnderTheSameIdAndItsExecutionHasFailed() {
        long id = add();
        OperationsDatabase.execute(
                "INSERT INTO job_run_execution (run_id, attempt, engine, execution_id, server, status)" + " VALUES ("
                        + id + ", 1, 'jbatch', 42, 'a', 'STARTED')");
        expireLeases();

        assertThat(orphans.claim("b", 10, LEASE)).containsExactly(new Orphan(id, "run-inspection", "STARTING", 2, "a"));

        assertThat(view(id).server()).isEqualTo("b");
        assertThat(OperationsDatabase.execution(id, 1)).containsEntry("status", "FAILED");
        assertThat(orphans.claim("c", 10, LEASE)).isEmpty();
    }

    @Test
    void aRunThatNeverReachedAnEngineIsAdoptedToo() {
        long id = add();
        expireLeases();

        assertThat(orphans.claim("b", 10, LEASE)).containsExactly(new Orphan(id, "run-inspection", "STARTING", 2, "a"));
    }

    @Test
    void anOrphanThatWasToStopIsStopped() {
        long id = add();
        OperationsDatabase.requestStop(id);
        expireLeases();

        assertThat(orphans.claim("b", 10, LEASE))
                .singleElement()
                .satisfies(orphan -> assertThat(orphan.status()).isEqualTo(RunStatus.STOPPED));
        assertThat(view(id).endedAt()).isNotNull();
        expireLeases();
        assertThat(orphans.claim("c", 10, LEASE)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void claimsOnlyWhatIsActiveAndLeadsWhereTheStatesAllow(RunStatus before) {
        long id = add();
        OperationsDatabase.put(id, before);
        expireLeases();

        assertThat(orphans.claim("b", 10, LEASE)).hasSize(before.isActive() ? 1 : 0);

        RunStatus after = view(id).status();
        assertThat(after == before || before.mayBecome(after))
                .as(before + " to " + after)
                .isTrue();
    }

    @Test
    void serversThatClaimAtTheSameTimeGetEveryOrphanOnce() throws Exception {
        IntStream.range(0, 60).forEach(i -> add());
        expireLeases();
        List<Callable<List<Orphan>>> claims = new ArrayList<>();
        IntStream.range(0, 12).forEach(i -> claims.add(() -> orphans.claim("server-" + i, 5, LEASE)));

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

    private static long add() {
        return OperationsDatabase.add("a");
    }
}
