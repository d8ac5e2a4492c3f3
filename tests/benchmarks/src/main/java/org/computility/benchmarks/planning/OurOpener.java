package org.computility.benchmarks.planning;

import jakarta.json.Json;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.computility.benchmarks.load.PlatformDatabase;
import org.computility.system.FakeNode;
import org.computility.system.Platform;
import org.computility.system.Workshop;

/**
 * The platform, with plans of one instance each, which simulated nodes run once it is open. Only the first plan is made over HTTP;
 * the others are copies of its rows.
 */
final class OurOpener implements Opener {

    private static final int NODES = 20;
    private static final int MINUTES_OPEN = 30;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** As the platform would have them after a start outside their windows: ON, their instances held. */
    private static final String COPY = """
        with planned as (
            insert into task_plan (organisation_id, name, type, mode, description, plan_day_time, auto_restart, auto_start,
                status, created_at, modified_at, next_change_at)
            select p.organisation_id, p.name || '-' || n, p.type, p.mode, p.description, array[?], p.auto_restart, p.auto_start,
                'ON', now(), now(), cast(? as timestamptz)
            from task_plan p, generate_series(1, ?) n where p.id = ?
            returning id, next_change_at),
        noted as (insert into opening_due (plan_id, due_at) select id, next_change_at from planned)
        insert into task_instance (id, plan_id, organisation_id, task_info, algo_def_code, device_id, priority, state, wanted,
            held, attempts, created_at, changed_at)
        select gen_random_uuid(), p.id, i.organisation_id, i.task_info, i.algo_def_code, i.device_id, i.priority, 'PAUSED', false,
            true, 0, now(), now()
        from planned p, task_instance i where i.plan_id = ?
        """;

    private final Platform platform;
    private final PlatformDatabase database;
    private final List<FakeNode> nodes = new ArrayList<>();
    private Workshop workshop;

    OurOpener(Platform platform, PlatformDatabase database) {
        this.platform = platform;
        this.database = database;
    }

    @Override
    public String name() {
        return "run-periodic-plans";
    }

    @Override
    public Duration lead(int openings) {
        return Duration.ofSeconds(90);
    }

    @Override
    public void plan(int openings, List<Instant> moments) throws SQLException {
        workshop = new Workshop(platform, 2 * openings / NODES + 1);
        nodes.add(workshop.node());
        while (nodes.size() < NODES) {
            nodes.add(workshop.addNode());
        }
        nodes.forEach(node -> workshop.load(node, 1));
        database.runAll(
                "drop table if exists opening_due",
                "create table opening_due (plan_id bigint primary key, due_at timestamptz not null)");
        for (int i = 0; i < moments.size(); i++) {
            int some = openings * (i + 1) / moments.size() - openings * i / moments.size();
            plan(some, moments.get(i));
        }
        database.runAll("analyze task_plan", "analyze task_instance", "analyze opening_due");
    }

    private void plan(int openings, Instant moment) throws SQLException {
        String window = window(moment);
        long first = workshop.create(workshop.periodic(1)
                .add("PlanDayTime", Json.createArrayBuilder().add(window)));
        database.run(COPY, window, Timestamp.from(moment), openings, first, first);
    }

    private static String window(Instant moment) {
        LocalDateTime opens = LocalDateTime.ofInstant(moment, ZONE);
        LocalDateTime closes = opens.plusMinutes(MINUTES_OPEN);
        return "%d,%d:%02d,%d:%02d"
                .formatted(
                        opens.getDayOfWeek().getValue(),
                        opens.getHour(),
                        opens.getMinute(),
                        closes.getHour(),
                        closes.getMinute());
    }

    /** What opens a plan writes its next change into its row, and nobody else writes it before that. */
    @Override
    public String done() {
        return """
            select d.due_at, pg_xact_commit_timestamp(p.xmin) as done_at
            from opening_due d join task_plan p on p.id = d.plan_id where p.next_change_at > d.due_at
            """;
    }

    @Override
    public void close() throws SQLException {
        System.out.printf(
                "%d tasks run at the nodes%n",
                nodes.stream().mapToLong(FakeNode::running).sum());
        remove();
        workshop.close();
    }

    /** Locks as the platform does, in the same order: it is still busy with some. */
    private void remove() throws SQLException {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            for (String statement : List.of(
                    "update task_plan set status = 'OFF', next_change_at = null where id in (select p.id from"
                            + " task_plan p join opening_due d on d.plan_id = p.id order by p.id for no key update of p)",
                    "update task_instance set wanted = false, held = false where number in (select i.number from"
                            + " task_instance i join opening_due d on d.plan_id = i.plan_id order by i.number for update"
                            + " of i)",
                    "delete from task_plan where id in (select plan_id from opening_due)",
                    "drop table opening_due")) {
                PlatformDatabase.run(connection, statement);
            }
            connection.commit();
        }
    }
}
