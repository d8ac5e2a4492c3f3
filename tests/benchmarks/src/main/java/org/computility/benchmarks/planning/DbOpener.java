package org.computility.benchmarks.planning;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.helper.PlainScheduleAndData;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTaskWithPersistentSchedule;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.CronSchedule;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.computility.benchmarks.load.PlatformDatabase;

/** db-scheduler with a cron schedule for each plan, polling each second as the platform does, set up for many at once. */
final class DbOpener implements Opener {

    private static final int THREADS = 16;
    private static final Duration BETWEEN_POLLS = Duration.ofSeconds(1);

    /** What its manual names for high throughput: it fetches anew while all threads work, four times their number at most. */
    private static final double FETCH_BELOW = 1.0;

    private static final double FETCH_UP_TO = 4.0;

    private static final String TABLES = """
            create table scheduled_tasks (
                task_name text not null, task_instance text not null, task_data bytea, execution_time timestamptz,
                picked boolean not null, picked_by text, last_success timestamptz, last_failure timestamptz,
                consecutive_failures int, last_heartbeat timestamptz, version bigint not null, priority smallint, state text,
                primary key (task_name, task_instance));
            create index execution_time_idx on scheduled_tasks (execution_time);
            create index last_heartbeat_idx on scheduled_tasks (last_heartbeat);
            create index priority_execution_time_idx on scheduled_tasks (priority desc, execution_time asc);
            """;

    private final OpenedRows rows;
    private final RecurringTaskWithPersistentSchedule<PlainScheduleAndData> opening;
    private final Scheduler scheduler;

    DbOpener(PlatformDatabase database) throws SQLException {
        rows = new OpenedRows(database, "opening_db");
        try (Connection connection = rows.connections().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(TABLES);
        }
        opening = Tasks.recurringWithPersistentSchedule("opening", PlainScheduleAndData.class)
                .execute((instance, context) -> rows.open(Integer.parseInt(instance.getId())));
        scheduler = new SchedulerBuilder(rows.connections(), List.of(opening))
                .threads(THREADS)
                .pollingInterval(BETWEEN_POLLS)
                .pollUsingLockAndFetch(FETCH_BELOW, FETCH_UP_TO)
                .build();
    }

    @Override
    public String name() {
        return "db-scheduler";
    }

    @Override
    public Duration lead(int openings) {
        return Duration.ofSeconds(60 + openings / 100);
    }

    @Override
    public void plan(int openings, List<Instant> moments) throws SQLException {
        List<SchedulableInstance<?>> all = new ArrayList<>();
        rows.plan(
                openings,
                moments,
                (id, due) -> all.add(opening.schedulableInstance(
                        Integer.toString(id),
                        new PlainScheduleAndData(new CronSchedule(WeeklyCron.at(due), WeeklyCron.ZONE.toZoneId())))));
        scheduler.scheduleBatch(all);
        scheduler.start();
    }

    @Override
    public String done() {
        return rows.done();
    }

    @Override
    public void close() throws SQLException {
        scheduler.stop();
        rows.close();
    }
}
