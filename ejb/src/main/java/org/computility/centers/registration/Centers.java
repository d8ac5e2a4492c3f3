package org.computility.centers.registration;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.computility.shared.Page;
import org.computility.shared.PageRequest;
import org.computility.shared.database.Search;
import org.computility.shared.database.SearchText;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.Find;
import org.hibernate.annotations.processing.HQL;
import org.hibernate.annotations.processing.SQL;
import org.hibernate.query.Order;

/** The rows of {@code center}. */
interface Centers {

    /** What sorts centers (T/AI 123.8 table A.6), and the attributes behind it. */
    Map<String, String> SORTABLE = Map.of(
            "centerId", "id",
            "centerName", "name",
            "processorType", "processorType",
            "createTime", "createdAt");

    StatelessSession session();

    @Find
    Optional<Center> find(String id);

    @HQL("order by id")
    List<Center> all();

    /** Whether some other organisation than that runs a center. */
    @SQL("select exists (select 1 from center where operator_id <> :organisationId)")
    boolean isAnyOfOthers(UUID organisationId);

    /** Keeps that the center was removed by force. */
    @SQL("""
        insert into center_removal (center_id, removed_at) values (:id, :at)
        on conflict (center_id) do update set removed_at = excluded.removed_at
        """)
    int removed(String id, Instant at);

    /** Centers that were removed by force, the first first. */
    @SQL("select center_id, removed_at from center_removal order by removed_at, center_id")
    List<CenterRemoval> removals();

    /** Nothing more is to be done for those that were removed before. */
    @SQL("delete from center_removal where removed_at < :before")
    int settleRemovals(Instant before);

    /** Locked until the transaction ends: what needs a center is asked while nobody else removes or changes it. */
    @SQL("select * from center where id = :id for no key update")
    Optional<Center> lock(String id);

    /**
     * One page; null and an empty text ask for nothing.
     *
     * @param processorType of accelerators that the center has, beside others or alone
     */
    default Page<Center> page(String processorType, Boolean connected, PageRequest page) {
        Search<Center> found = new Search<>(session(), Center.class).equal(Center_.connected, connected);
        if (processorType != null && !processorType.isEmpty()) {
            String pattern = SearchText.containing("," + processorType + ",");
            found.where((b, center) ->
                    b.like(b.lower(b.concat(b.concat(",", center.get(Center_.processorType)), ",")), pattern, '!'));
        }
        return found.page(page, SORTABLE, Order.asc(Center_.id));
    }

    /** Gives this server some centers that are due, the longest due first; they are due again at {@code next}. */
    @SQL("""
        with due as (
            select id from center where due_at <= :now order by due_at limit :most for no key update skip locked),
        claimed as (
            update center c set due_at = :next from due where c.id = due.id returning c.id)
        select id from claimed
        """)
    List<String> claimDue(Instant now, Instant next, int most);

    /** The center is due at that instant. */
    @SQL("update center set due_at = :at where id = :id")
    int due(String id, Instant at);

    /**
     * Writes what was seen. A null capacity leaves the last known one.
     *
     * @param version of the registration that was asked
     * @return whether it was connected before; empty, and nothing written, when the center is gone, has been changed, or was
     *     seen later already
     */
    @SQL("""
        with was as (
            select id, connected from center
            where id = :id and version = :version and (tried_at is null or tried_at <= :at)
            for no key update),
        seen as (
            update center c
            set connected = :connected, reason = :reason, tried_at = :at,
                probed_at = case when :connected then :at else c.probed_at end,
                processor_type = coalesce(cast(:processorType as text), c.processor_type),
                capacity = coalesce(cast(:capacity as jsonb), c.capacity)
            from was where c.id = was.id
            returning was.connected)
        select connected from seen
        """)
    Optional<Boolean> seen(
            String id,
            int version,
            boolean connected,
            String reason,
            String processorType,
            String capacity,
            Instant at);
}
