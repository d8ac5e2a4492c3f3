package org.computility.planning.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.computility.planning.state.Guard;
import org.computility.planning.state.InstanceEvent;
import org.computility.planning.state.Makes;
import org.computility.shared.database.Columns;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.SQL;

/** What the platform believes about the tasks that nodes report. */
interface Beliefs {

    String ALIVE = Guard.IF + "i.state in ('STARTING', 'RUNNING')" + Guard.THEN;

    /**
     * What a node said when it did not end an instance for another one. News that say nothing may be older, such as that of its
     * start; the node is asked again after this time.
     */
    Duration WORDS_STAND = Duration.ofMinutes(1);

    StatelessSession session();

    /** About these instances, locked in the order of their numbers. */
    default Map<UUID, Belief> lock(Collection<UUID> ids) {
        return lock(ids.toArray(new UUID[0])).stream().collect(Collectors.toMap(Belief::id, Function.identity()));
    }

    @SQL("""
            select i.id, i.state, i.compute_code, i.node_started_at, i.stale_until, i.changed_at,
                p.mode = 'PERIODIC' and (p.type = 'VIDEO_REALTIME' or (p.type = 'IMAGE_REALTIME' and
                    coalesce(jsonb_path_match(i.task_info, '$.ImageOptions.Interval > 0', '{}', true), false))),
                i.preempted_by is not null
            from task_instance i join task_plan p on p.id = i.plan_id
            where i.id = any(:ids) order by i.number for update of i
            """)
    List<Belief> lock(UUID[] ids);

    /** Still alive at their node, with or without frames. */
    default void alive(List<News> news, Instant now) {
        if (!news.isEmpty()) {
            alive(
                    Columns.of(news, News::id, UUID[]::new),
                    Columns.of(news, one -> one.state().name(), String[]::new),
                    Columns.of(news, News::message, String[]::new),
                    Columns.of(news, News::startedAt, Instant[]::new),
                    now.minus(WORDS_STAND),
                    now);
        }
    }

    @Makes({InstanceEvent.FRAMES_COME, InstanceEvent.FRAMES_CEASE})
    @SQL("""
            update task_instance i set state = c.state, node_started_at = c.started_at,
                message = case when c.message is null and i.state = c.state and i.preempted_by is not null
                    and i.changed_at > :spared then i.message else c.message end,
                changed_at = case when i.state = c.state then i.changed_at else :now end
            from unnest(:ids, :states, :messages, :starts) c (id, state, message, started_at)
            where i.id = c.id and
            """ + ALIVE)
    int alive(UUID[] ids, String[] states, String[] messages, Instant[] starts, Instant spared, Instant now);

    /** The starts of runs that ended at once, so that later news of them is known to be old. */
    default void started(List<News> news) {
        started(Columns.of(news, News::id, UUID[]::new), Columns.of(news, News::startedAt, Instant[]::new));
    }

    @SQL("""
            update task_instance i set node_started_at = c.started_at
            from unnest(:ids, :starts) c (id, started_at) where i.id = c.id
            """)
    int started(UUID[] ids, Instant[] starts);
}
