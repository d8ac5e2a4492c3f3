package org.computility.compute;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.computility.shared.Page;
import org.computility.shared.PageRequest;
import org.computility.shared.database.Columns;
import org.computility.shared.database.Search;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.Find;
import org.hibernate.annotations.processing.HQL;
import org.hibernate.annotations.processing.SQL;
import org.hibernate.query.Order;

/** The rows of {@code compute_node}. */
interface Nodes {

    /** What annex G's answer may be sorted by. */
    Map<String, String> SORTABLE = Map.of(
            "id", ComputeNode_.CODE,
            "computeCode", ComputeNode_.CODE,
            "type", ComputeNode_.TYPE,
            "isOnline", ComputeNode_.ONLINE);

    StatelessSession session();

    @Find
    Optional<ComputeNode> find(String code);

    @HQL("where code in :codes")
    List<ComputeNode> named(List<String> codes);

    /** The codes that are registered at the address of that node, its own among them if it is registered. */
    @HQL("""
        select other.code from ComputeNode one join ComputeNode other on other.host = one.host and other.port = one.port
        where one.code = :code
        """)
    List<String> atAddressOf(String code);

    @HQL("where online = true order by code")
    List<ComputeNode> online();

    @HQL("select code from ComputeNode where online = true")
    List<String> onlineCodes();

    /** The online nodes that registered or came back since that instant. */
    @HQL("where online = true and changedAt >= :instant")
    List<ComputeNode> changedSince(Instant instant);

    @HQL("where organisationId = :organisationId order by code")
    List<ComputeNode> ofOrganisation(UUID organisationId);

    /** One page of the nodes of an organisation; null code, type and organisation stand for any. */
    default Page<ComputeNode> search(String code, String type, UUID organisationId, PageRequest page) {
        return new Search<>(session(), ComputeNode.class)
                .equal(ComputeNode_.code, code)
                .equal(ComputeNode_.type, type)
                .equal(ComputeNode_.organisationId, organisationId)
                .page(page, SORTABLE, Order.asc(ComputeNode_.code));
    }

    /**
     * Writes a registration; a known code is updated, its address and credential included.
     *
     * @return whether the node was online before; false also for a new one. Empty, and nothing written, when the code
     *     belongs to another organisation
     */
    default Optional<Boolean> register(Registration node) {
        return register(
                node.code(),
                node.type(),
                node.host(),
                node.port(),
                node.username(),
                node.sealedPassword(),
                node.servesAlgorithms(),
                node.organisationId(),
                node.at());
    }

    @SQL("""
        with before as (select online from compute_node where code = :code),
        written as (
            insert into compute_node as n (code, type, host, port, username, sealed_password, serves_algorithms,
                organisation_id, online, registered_at, last_seen_at, changed_at)
            values (:code, :type, :host, :port, :username, :sealedPassword, :servesAlgorithms,
                cast(:organisationId as uuid), true, :now, :now, :now)
            on conflict (code) do update set type = excluded.type, host = excluded.host, port = excluded.port,
                username = excluded.username, sealed_password = excluded.sealed_password,
                serves_algorithms = excluded.serves_algorithms, online = true,
                registered_at = excluded.registered_at, last_seen_at = excluded.last_seen_at,
                changed_at = excluded.changed_at, died_at = null
            where n.organisation_id is not distinct from excluded.organisation_id
            returning code)
        select coalesce((select online from before), false) from written
        """)
    Optional<Boolean> register(
            String code,
            String type,
            String host,
            int port,
            String username,
            byte[] sealedPassword,
            boolean servesAlgorithms,
            UUID organisationId,
            Instant now);

    /** Removes the node; false when there is none of that code in that organisation. */
    @HQL("delete ComputeNode where code = :code and organisationId is not distinct from :organisationId")
    boolean unregister(String code, UUID organisationId);

    /**
     * Writes when nodes were last heard, all in one statement; an offline one becomes online. Rows are locked in the
     * order of their codes, so that servers writing at the same time never wait for each other in a circle.
     *
     * @return the codes that exist; who is not online by now stays offline: the network told its death after that sign
     */
    default List<Heard> heard(Map<String, Instant> when, Instant now) {
        return heard(
                Columns.of(when.entrySet(), Map.Entry::getKey, String[]::new),
                Columns.of(when.entrySet(), Map.Entry::getValue, Instant[]::new),
                now);
    }

    @SQL("""
        with written as (
            update compute_node n
            set last_seen_at = greatest(n.last_seen_at, was.seen_at), online = was.online or was.returns,
                died_at = case when not was.returns then n.died_at end,
                changed_at = case when was.online or not was.returns then n.changed_at else :now end
            from (select o.code, o.online, s.seen_at, o.died_at is null or s.seen_at > o.died_at as returns
                  from unnest(:codes, :times) as s (code, seen_at) join compute_node o on o.code = s.code
                  order by o.code for update of o) was
            where n.code = was.code
            returning n.code, was.online as before, n.online as after)
        select code, before, after from written
        """)
    List<Heard> heard(String[] codes, Instant[] times, Instant now);

    @SQL("select clock_timestamp()")
    Instant databaseTime();

    /** Brings times that lie in the future back to now. */
    @SQL("""
        update compute_node n set last_seen_at = least(n.last_seen_at, :now),
            died_at = case when n.died_at > :now then :now else n.died_at end
        from (select code from compute_node where last_seen_at > :now or died_at > :now order by code for update) l
        where n.code = l.code
        """)
    int endFuture(Instant now);

    /** Which of the nodes were heard after their moment. */
    default List<String> heardSince(Map<String, Instant> moments) {
        return heardSince(
                Columns.of(moments.entrySet(), Map.Entry::getKey, String[]::new),
                Columns.of(moments.entrySet(), Map.Entry::getValue, Instant[]::new));
    }

    @SQL("""
        select n.code from unnest(:codes, :moments) as m (code, moment) join compute_node n on n.code = m.code
        where n.online and n.last_seen_at > m.moment
        """)
    List<String> heardSince(String[] codes, Instant[] moments);

    /** A node that was heard; whether it was online before, and is now. */
    record Heard(String code, boolean wasOnline, boolean online) {}

    /** The node may be dead: whoever has heard it writes that at once. */
    @SQL("update compute_node set doubted_at = :now where code = :code")
    int doubt(String code, Instant now);

    /** Which nodes have been in doubt since that instant. */
    @SQL("select code from compute_node where doubted_at > :since")
    List<String> doubtedSince(Instant since);

    /** Marks the node offline if it was not heard after its stream was lost. */
    @SQL("""
        with dead as (
            update compute_node set online = false, changed_at = :now, died_at = :now
            where code = :code and online and last_seen_at <= :lost returning code)
        select code from dead
        """)
    List<String> die(String code, Instant lost, Instant now);

    /** The online nodes that were last heard before that instant. */
    @HQL("select code from ComputeNode where online = true and lastSeenAt < :before order by code")
    List<String> silentSince(Instant before);

    /** Marks the node offline if it was last heard before that instant. One server of a cluster gets true. */
    @HQL("""
        update ComputeNode set online = false, changedAt = :now
        where code = :code and online = true and lastSeenAt < :before
        """)
    boolean silence(String code, Instant before, Instant now);
}
