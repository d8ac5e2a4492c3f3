package org.computility.jobs.hours;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.computility.identity.Caller;
import org.computility.trading.MarketForTests;

/** What jobs had, over a test database. */
public final class JobHoursForTests {

    private JobHoursForTests() {}

    public static JobHours over(MarketForTests database, Clock clock) {
        JobHours hours = new JobHours();
        hours.uses = new JobUses_(database.sessions.current());
        hours.clock = clock;
        return hours;
    }

    /** A job of the user's with one task; its id. */
    public static UUID job(MarketForTests database, Caller user, int cores, int accelerators) {
        UUID id = UUID.randomUUID();
        String asked = accelerators == 0
                ? ""
                : ",\"accelerators\":{\"type\":\"GPU\",\"product\":\"\",\"count\":" + accelerators
                        + ",\"memoryBytes\":0}";
        database.run("""
                insert into job (job_id, version, kind, name, description, user_id, organisation_id, status, spec_id, spec, nodes,
                    center_ids, command, data_sets, max_seconds, priority, created_at)
                values ('%s', 0, 'TRAINING', '%s', '', '%s', '%s', 'RUNNING', 's',
                    '{"id":"s","name":"S","architecture":"X86","cores":%d,"memoryBytes":1%s}', 1, '{}', 'true', '{}', 3600, 5, now());
                insert into job_task (task_id, version, job_id, number, status, attempt, losses) values ('%s', 0, '%s', 0, 'RUNNING', 1, 0)
                """.formatted(id, id, user.accountId(), user.organisationId(), cores, asked, id, id));
        return id;
    }

    /** An attempt of the job's; null: it runs. */
    public static void ran(MarketForTests database, UUID job, String center, Instant from, Instant to) {
        database.run("""
                insert into job_attempt (runtime_id, version, task_id, job_id, number, center_id, state, placement, placed_at,
                    started_at, ended_at, claimed_until)
                select '%s-' || n, 0, '%s', '%s', n, '%s', '%s', '{"centerId":"%s","borrowed":false,"scores":[]}', '%s', '%s', %s, now()
                from (select 1 + count(*) as n from job_attempt where job_id = '%s') next
                """.formatted(
                        job,
                        job,
                        job,
                        center,
                        to == null ? "RUNNING" : "COMPLETED",
                        center,
                        from,
                        from,
                        to == null ? "null" : "'" + to + "'",
                        job));
    }
}
