package org.computility.jobs.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.computility.centers.SpecFacts;
import org.computility.identity.Role;
import org.computility.jobs.JobKind;
import org.computility.jobs.NewJob;
import org.computility.shared.timing.HandClock;
import org.computility.trading.MarketForTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The database counted its rows when all jobs waited; most have ended since. */
class StaleStatisticsTest {

    private static final int ENDED = 30_000;

    private final MarketForTests world = new MarketForTests();
    private final HandClock clock = new HandClock();
    private final RegisterForTests register = new RegisterForTests(world.sessions, world.caller, clock);

    @BeforeEach
    void enter() {
        world.open("user", world.organisation(), Role.CONSUMER);
        world.be("user");
        for (int number = 0; number < 20; number++) {
            enter("waits-" + number);
        }
        run("drop index job_pairs");
        for (String table : List.of("job", "job_task", "job_attempt")) {
            run("alter table " + table + " set (autovacuum_enabled = false)");
            run("analyze " + table);
        }
        end();
    }

    @Test
    void whatWaitsIsFoundWithoutALookAtWhatHasEnded() {
        world.sessions.commit(() -> {
            long before = rowsLookedAt();
            Instant silentSince = clock.instant().minusSeconds(300);

            assertThat(register.placements()
                            .waiting(silentSince, 10_000, JobPlacements.FIRST)
                            .jobs())
                    .hasSize(20);
            assertThat(register.services().running()).isEmpty();

            assertThat(rowsLookedAt() - before).isLessThan(ENDED / 10);
        });
    }

    /** In this transaction, from tables and by way of their indexes. */
    private long rowsLookedAt() {
        return world.sessions
                .current()
                .createNativeQuery(
                        "select cast(sum(seq_tup_read + coalesce(idx_tup_fetch, 0)) as bigint) from pg_stat_xact_user_tables"
                                + " where relname in ('job', 'job_task', 'job_attempt')",
                        Long.class)
                .getSingleResult();
    }

    private void enter(String name) {
        NewJob job = new NewJob(
                JobKind.TRAINING,
                name,
                "",
                new SpecFacts("small", "Small", "X86", 1, 1 << 20, null),
                List.of(),
                1,
                "machine",
                null,
                null,
                "true",
                List.of(),
                600,
                5,
                null);
        world.sessions.commit(() -> register.entry().enter(job, world.caller.get()));
    }

    private void end() {
        UUID user = world.caller.get().accountId();
        world.sessions.commit(() -> world.sessions
                .current()
                .createNativeMutationQuery("""
                        insert into job (job_id, version, kind, name, description, user_id, organisation_id, status, spec_id, spec,
                            nodes, center_ids, command, data_sets, max_seconds, priority, created_at, ended_at)
                        select gen_random_uuid(), 0, kind, name || '-' || n, description, user_id, organisation_id, 'SUCCEEDED',
                            spec_id, spec, nodes, center_ids, command, data_sets, max_seconds, priority, created_at, created_at
                        from job, generate_series(1, :many) n where user_id = :user and name = 'waits-0'
                        """)
                .setParameter("many", ENDED)
                .setParameter("user", user)
                .executeUpdate());
        run(
                "insert into job_task (task_id, version, job_id, number, status, attempt, losses, center_id)"
                        + " select gen_random_uuid(), 0, job_id, 0, 'SUCCEEDED', 1, 0, 'east' from job where status = 'SUCCEEDED'");
        run(
                "insert into job_attempt (runtime_id, version, task_id, job_id, number, center_id, state, placement, placed_at,"
                        + " claimed_until) select task_id || '-1', 0, task_id, job_id, 1, 'east', 'COMPLETED', '{}', now(), now()"
                        + " from job_task where status = 'SUCCEEDED'");
    }

    private void run(String statement) {
        world.sessions.commit(() ->
                world.sessions.current().createNativeMutationQuery(statement).executeUpdate());
    }
}
