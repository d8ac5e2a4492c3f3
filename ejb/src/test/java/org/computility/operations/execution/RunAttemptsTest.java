package org.computility.operations.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.computility.operations.OperationsDatabase.execute;
import static org.computility.operations.OperationsDatabase.requestStop;
import static org.computility.operations.OperationsDatabase.silentRuns;
import static org.computility.operations.OperationsDatabase.view;

import java.util.List;
import java.util.stream.Stream;
import org.computility.operations.OperationsDatabase;
import org.computility.operations.RunEnded;
import org.computility.operations.RunStatus;
import org.computility.operations.RunView;
import org.computility.shared.ThisServer;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RunAttemptsTest {

    private final RunAttempts attempts = new RunAttempts();

    @BeforeEach
    void emptyTables() {
        attempts.executions = new RunExecutions_(OperationsDatabase.empty());
        attempts.server = new ThisServer("a");
        attempts.lease = 15;
    }

    @Test
    void aBeginningAttemptMakesTheRunStarted() {
        long id = add();

        assertThat(attempts.began(first(id), "jbatch", 42)).contains(RunStatus.STARTED);

        assertThat(view(id).startedAt()).isNotNull();
        assertThat(attempts.previousExecution(id, 2, "jbatch")).contains(42L);
        assertThat(attempts.previousExecution(id, 2, "jberet")).isEmpty();
        assertThat(attempts.previousExecution(id, 1, "jbatch")).isEmpty();
    }

    @Test
    void theLatestOfTheEarlierExecutionsIsThePreviousOne() {
        long id = begin();
        execute("UPDATE job_run SET attempt = 2");
        attempts.began(new RunAttempt(id, 2), "jbatch", 43);

        assertThat(attempts.previousExecution(id, 3, "jbatch")).contains(43L);
    }

    @Test
    void anEngineThatResumesAnAttemptByItselfCountsItsNewExecution() {
        long id = begin();

        assertThat(attempts.began(first(id), "jbatch", 44)).contains(RunStatus.STARTED);

        assertThat(attempts.previousExecution(id, 2, "jbatch")).contains(44L);
    }

    @Test
    void aCompletedRunHasAllProgressAndNoLease() {
        long id = begin();
        execute("UPDATE job_run SET progress_percent = 40, progress_facts = '{\"round\": 2}'");

        assertThat(attempts.ended(first(id), RunStatus.COMPLETED, null))
                .contains(new RunEnded(id, "run-inspection", RunStatus.COMPLETED));

        RunView run = view(id);
        assertThat(run.progressPercent()).isEqualTo(100);
        assertThat(run.progressFacts()).containsEntry("round", 2L);
        assertThat(run.endedAt()).isNotNull();
        assertThat(OperationsDatabase.execution(id, 1)).containsEntry("status", "COMPLETED");
        assertThat(attempts.renew(List.of(id))).isEmpty();
    }

    @Test
    void anEndIsRecordedOnce() {
        long id = begin();
        attempts.ended(first(id), RunStatus.COMPLETED, null);

        assertThat(attempts.ended(first(id), RunStatus.FAILED, "late")).isEmpty();
        assertThat(view(id).status()).isEqualTo(RunStatus.COMPLETED);
    }

    @Test
    void aFailedRunKeepsItsProgress() {
        long id = begin();
        execute("UPDATE job_run SET progress_percent = 40");

        attempts.ended(first(id), RunStatus.FAILED, "node unreachable");

        assertThat(view(id).progressPercent()).isEqualTo(40);
        assertThat(view(id).exitMessage()).isEqualTo("node unreachable");
    }

    @Test
    void aStopAskedForBeforeTheBeginningSurvivesIt() {
        long id = add();
        requestStop(id);

        assertThat(attempts.began(first(id), "jbatch", 1)).contains(RunStatus.STOPPING);
    }

    @Test
    void aServerThatWakesUpLateCannotTouchAnAdoptedRun() {
        long id = begin();
        execute("UPDATE job_run SET status = 'STARTING', server = 'b', attempt = 2");

        assertThat(attempts.began(first(id), "jbatch", 42)).isEmpty();
        assertThat(attempts.ended(first(id), RunStatus.COMPLETED, null)).isEmpty();
        assertThat(attempts.handOver(first(id))).isFalse();
        assertThat(attempts.renew(List.of(id))).isEmpty();
        assertThat(view(id).status()).isEqualTo(RunStatus.STARTING);
    }

    @Test
    void aHeartbeatProlongsTheLeaseAndHearsOfAStop() {
        long id = begin();
        requestStop(id);
        OperationsDatabase.expireLeases();

        assertThat(attempts.renew(List.of(id, 999L))).containsExactly(new Renewal(id, 1, "STOPPING"));
        assertThat(silentRuns()).isZero();
    }

    /** Thousands of runs are prolonged every two seconds. */
    @Test
    void prolongingLeasesWritesNoIndex() {
        List<Long> ids = Stream.generate(RunAttemptsTest::add).limit(100).toList();
        StatelessSession session = OperationsDatabase.session();
        var transaction = session.beginTransaction();
        try {
            // What the connection did before may still be counted, too.
            long before = writtenInPlace(session);
            assertThat(attempts.renew(ids)).hasSize(100);

            assertThat(writtenInPlace(session) - before).isEqualTo(100);
        } finally {
            transaction.rollback();
        }
    }

    private static long writtenInPlace(StatelessSession session) {
        return session.createNativeQuery(
                        "SELECT n_tup_hot_upd FROM pg_stat_xact_user_tables WHERE relname = 'job_run'", Long.class)
                .getSingleResult();
    }

    @Test
    void aRunThatItsServerStoppedIsFreeAtOnce() {
        long id = begin();

        assertThat(attempts.handOver(first(id))).isTrue();

        assertThat(silentRuns()).isOne();
    }

    @Test
    void aRunWithoutAThreadWaitsAndSaysWhy() {
        long id = add();

        attempts.postpone(first(id), "no thread");

        assertThat(view(id).status()).isEqualTo(RunStatus.PENDING);
        assertThat(view(id).exitMessage()).isEqualTo("no thread");
        assertThat(attempts.began(first(id), "jbatch", 42)).contains(RunStatus.STARTED);
        assertThat(view(id).exitMessage()).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void onlyWhatHasNotBegunIsPostponed(RunStatus before) {
        long id = add();
        OperationsDatabase.put(id, before);

        attempts.postpone(first(id), "no thread");

        boolean postponed = before == RunStatus.STARTING || before == RunStatus.PENDING;
        assertThat(view(id).status()).isEqualTo(postponed ? RunStatus.PENDING : before);
    }

    @Test
    void aRunThatAPersonStoppedIsNotHandedOver() {
        long id = begin();
        requestStop(id);

        assertThat(attempts.handOver(first(id))).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void beginsOnlyWhatIsActiveAndLeadsWhereTheStatesAllow(RunStatus before) {
        long id = add();
        OperationsDatabase.put(id, before);

        assertThat(attempts.began(first(id), "jbatch", 42).isPresent()).isEqualTo(before.isActive());

        RunStatus after = view(id).status();
        assertThat(after == before || before.mayBecome(after))
                .as(before + " to " + after)
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void everyStateThatMayEndDoesSoAndNoOther(RunStatus before) {
        for (RunStatus end : List.of(RunStatus.STOPPED, RunStatus.FAILED, RunStatus.COMPLETED)) {
            long id = add();
            OperationsDatabase.put(id, before);

            attempts.ended(first(id), end, null);

            assertThat(view(id).status()).isEqualTo(before.isActive() ? end : before);
        }
    }

    private static long add() {
        return OperationsDatabase.add("a");
    }

    private long begin() {
        long id = add();
        attempts.began(first(id), "jbatch", 42);
        return id;
    }

    private static RunAttempt first(long id) {
        return new RunAttempt(id, 1);
    }
}
