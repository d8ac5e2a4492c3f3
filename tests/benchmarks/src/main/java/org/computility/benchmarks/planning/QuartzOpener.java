package org.computility.benchmarks.planning;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.computility.benchmarks.load.PlatformDatabase;
import org.quartz.CronScheduleBuilder;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;

/** Quartz with its tables for PostgreSQL, clustered: one job, a cron trigger for each plan, triggers taken in batches. */
final class QuartzOpener implements Opener {

    private static final int THREADS = 16;
    private static final String ROWS = "rows";

    private final OpenedRows rows;
    private final Scheduler scheduler;

    QuartzOpener(PlatformDatabase database) throws Exception {
        rows = new OpenedRows(database, "opening_quartz");
        createTables();
        scheduler = new StdSchedulerFactory(properties(database)).getScheduler();
        scheduler.getContext().put(ROWS, rows);
    }

    /** Opens the plan that the trigger is named by. */
    public static final class Opening implements Job {

        @Override
        public void execute(JobExecutionContext context) throws JobExecutionException {
            try {
                OpenedRows rows =
                        (OpenedRows) context.getScheduler().getContext().get(ROWS);
                rows.open(Integer.parseInt(context.getTrigger().getKey().getName()));
            } catch (SchedulerException e) {
                throw new JobExecutionException(e);
            }
        }
    }

    @Override
    public String name() {
        return "Quartz";
    }

    @Override
    public Duration lead(int openings) {
        return Duration.ofSeconds(60 + openings / 50);
    }

    @Override
    public void plan(int openings, List<Instant> moments) throws Exception {
        JobDetail job = JobBuilder.newJob(Opening.class)
                .withIdentity("opening")
                .storeDurably()
                .build();
        Set<Trigger> triggers = new HashSet<>();
        rows.plan(
                openings,
                moments,
                (id, due) -> triggers.add(TriggerBuilder.newTrigger()
                        .forJob(job)
                        .withIdentity(Integer.toString(id))
                        .withSchedule(CronScheduleBuilder.cronSchedule(WeeklyCron.at(due))
                                .inTimeZone(WeeklyCron.ZONE))
                        .build()));
        scheduler.scheduleJobs(Map.of(job, triggers), true);
        scheduler.start();
    }

    @Override
    public String done() {
        return rows.done();
    }

    @Override
    public void close() throws Exception {
        scheduler.shutdown(true);
        rows.close();
    }

    private void createTables() throws Exception {
        try (InputStream script =
                Scheduler.class.getResourceAsStream("/org/quartz/impl/jdbcjobstore/tables_postgres.sql")) {
            run(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private void run(String script) throws SQLException {
        try (Connection connection = rows.connections().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(script);
        }
    }

    private Properties properties(PlatformDatabase database) {
        Properties properties = new Properties();
        Map.ofEntries(
                        Map.entry("org.quartz.scheduler.instanceName", "openings"),
                        Map.entry("org.quartz.scheduler.instanceId", "AUTO"),
                        Map.entry("org.quartz.scheduler.batchTriggerAcquisitionMaxCount", Integer.toString(THREADS)),
                        Map.entry("org.quartz.threadPool.threadCount", Integer.toString(THREADS)),
                        Map.entry("org.quartz.jobStore.class", "org.quartz.impl.jdbcjobstore.JobStoreTX"),
                        Map.entry(
                                "org.quartz.jobStore.driverDelegateClass",
                                "org.quartz.impl.jdbcjobstore.PostgreSQLDelegate"),
                        Map.entry("org.quartz.jobStore.isClustered", "true"),
                        Map.entry("org.quartz.jobStore.acquireTriggersWithinLock", "true"),
                        Map.entry("org.quartz.jobStore.dataSource", "db"),
                        Map.entry("org.quartz.dataSource.db.provider", "hikaricp"),
                        Map.entry("org.quartz.dataSource.db.driver", "org.postgresql.Driver"),
                        Map.entry("org.quartz.dataSource.db.URL", rows.url()),
                        Map.entry("org.quartz.dataSource.db.user", database.user()),
                        Map.entry("org.quartz.dataSource.db.password", database.password()),
                        Map.entry("org.quartz.dataSource.db.maxConnections", Integer.toString(THREADS + 8)))
                .forEach(properties::setProperty);
        return properties;
    }
}
