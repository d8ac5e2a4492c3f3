package org.computility.planning.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.computility.planning.state.InstanceState;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.SQL;

/** The instances that nodes have, or may have. */
interface ActiveTasks {

    StatelessSession session();

    @SQL("select id from task_instance where compute_code = :computeCode and state" + Ends.ACTIVE)
    List<UUID> onNode(String computeCode);

    /** The same for any of these nodes. */
    @SQL("select id from task_instance where compute_code = any(:computeCodes) and state" + Ends.ACTIVE)
    List<UUID> at(String[] computeCodes);

    @SQL("select id, service_id from task_instance where service_id = any(:services) and state" + Ends.ACTIVE)
    List<Served> onServices(UUID[] services);

    /** An instance at a service. */
    record Served(UUID id, UUID serviceId) {}

    /** Which of the nodes have, or may have, an instance. */
    @SQL("select distinct compute_code from task_instance where compute_code = any(:computeCodes) and state"
            + Ends.ACTIVE)
    List<String> nodes(String[] computeCodes);

    /** What these nodes have, or may have. */
    @SQL("""
            select id, compute_code, state, message, node_started_at, changed_at from task_instance
            where compute_code = any(:computeCodes) and state
            """ + Ends.ACTIVE)
    List<Held> onNodes(String[] computeCodes);

    /** Which of the instances have a state that is not older than that moment. */
    @SQL("select id from task_instance where id = any(:ids) and changed_at >= :moment")
    List<UUID> changedSince(UUID[] ids, Instant moment);

    /**
     * A task that a node has, or may have, as the platform knows it.
     *
     * @param nodeStartedAt by the node's clock, once the node has told it
     */
    record Held(UUID id, String computeCode, String state, String message, Instant nodeStartedAt, Instant changedAt) {

        boolean shouldRun() {
            return !InstanceState.STOPPING.name().equals(state);
        }

        boolean isOlderThan(Instant moment) {
            return changedAt.isBefore(moment);
        }

        /** Whether the news says anything that is not written down yet. */
        boolean isChangedBy(News news) {
            if (!news.alive() || !shouldRun()) {
                return !news.alive();
            }
            return !state.equals(news.state().name())
                    || !Objects.equals(message, news.message())
                    || !Objects.equals(nodeStartedAt, news.startedAt());
        }
    }

    /**
     * Some instances whose stop began before that moment and has not ended, whose node is to be asked again now, or that nobody
     * wants any more and nobody began to stop.
     */
    default List<UUID> halfStopped(Instant before, Instant now) {
        return halfStopped(before, now, now.plus(Starts.NEVER_LATER));
    }

    /** @param beyond whose moment lies further ahead has it by a clock that has been put back since */
    @SQL("""
            select id from task_instance
            where state = 'STOPPING' and (changed_at < :before or retry_at <= :now or retry_at > :beyond)
                or not wanted and state in ('STARTING', 'RUNNING') and (retry_at <= :now or retry_at > :beyond) limit 1000
            """)
    List<UUID> halfStopped(Instant before, Instant now, Instant beyond);
}
