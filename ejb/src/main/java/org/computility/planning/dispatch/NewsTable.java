package org.computility.planning.dispatch;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.computility.shared.database.Sql;

/** What the platform believes about the tasks that nodes report. */
final class NewsTable {

    private final Sql sql;

    NewsTable(DataSource database) {
        this.sql = new Sql(database);
    }

    /** The instances, locked in the order of their numbers. */
    Map<UUID, Belief> lock(Collection<UUID> ids) {
        Map<UUID, Belief> beliefs = new HashMap<>();
        sql.list(
                """
                select id, state, compute_code, node_started_at, stale_until, changed_at from task_instance
                where id = any(?) order by number for update
                """,
                row -> beliefs.put(
                        Sql.uuid(row, "id"),
                        new Belief(
                                InstanceState.valueOf(row.getString("state")),
                                row.getString("compute_code"),
                                Sql.instant(row, "node_started_at"),
                                Sql.instant(row, "stale_until"))),
                (Object) ids.toArray(new UUID[0]));
        return beliefs;
    }

    /** Still alive at their node, with or without frames. */
    void alive(List<News> news, Instant now) {
        sql.update(
                """
                update task_instance i set state = c.state, message = c.message, node_started_at = c.started_at,
                    changed_at = case when i.state = c.state then i.changed_at else ? end
                from (select unnest(?) id, unnest(?) state, unnest(?) message, unnest(?) started_at) c
                where i.id = c.id and i.state in ('STARTING', 'RUNNING')
                """,
                now,
                news.stream().map(News::id).toArray(UUID[]::new),
                news.stream().map(n -> n.running() ? "RUNNING" : "STARTING").toArray(String[]::new),
                news.stream().map(News::message).toArray(String[]::new),
                news.stream().map(News::startedAt).toArray(Instant[]::new));
    }

    /** The starts of runs that ended at once, so that later news of them is known to be old. */
    void started(List<News> news) {
        sql.update(
                """
                update task_instance i set node_started_at = c.started_at
                from (select unnest(?) id, unnest(?) started_at) c where i.id = c.id
                """,
                news.stream().map(News::id).toArray(UUID[]::new),
                news.stream().map(News::startedAt).toArray(Instant[]::new));
    }
}
