package org.computility.compute;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.computility.identity.Caller;
import org.computility.identity.Role;
import org.computility.shared.Page;
import org.computility.shared.PageRequest;
import org.computility.shared.database.Filter;
import org.computility.shared.database.Sql;

/** The rows of {@code compute_node}: plain SQL, because the keepalives of all nodes go in one statement. */
final class NodeTable {

    private static final String SELECT = """
            SELECT code, type, host, port, online, serves_algorithms, organisation_id, registered_at, last_seen_at
            FROM compute_node
            """;

    private static final String ADDRESS =
            "SELECT code, host, port, username, sealed_password, changed_at FROM compute_node";

    /** What annex G's answer may be sorted by, and the column behind it. */
    static final Map<String, String> SORTS =
            Map.of("ID", "code", "ComputilityCode", "code", "Type", "type", "IsOnline", "online");

    private final Sql sql;

    NodeTable(DataSource database) {
        this.sql = new Sql(database);
    }

    Optional<NodeView> find(String code) {
        return sql.first(SELECT + " WHERE code = ?", NodeTable::view, code);
    }

    List<NodeView> online() {
        return sql.list(SELECT + " WHERE online ORDER BY code", NodeTable::view);
    }

    /** One page of the nodes that the caller sees; null code and type stand for any. */
    Page<NodeView> search(String code, String type, Caller caller, PageRequest page) {
        String where = """
                 WHERE (?::text IS NULL OR code = ?) AND (?::text IS NULL OR type = ?)
                   AND (? OR organisation_id IS NOT DISTINCT FROM ?::uuid)
                """;
        Object[] filter = {code, code, type, type, caller.is(Role.ADMINISTRATOR), caller.organisationId()};
        long total = sql.number("SELECT count(*) FROM compute_node" + where, filter);
        Object[] paged = Arrays.copyOf(filter, filter.length + 2);
        paged[filter.length] = page.size();
        paged[filter.length + 1] = page.offset();
        List<NodeView> content = sql.list(
                SELECT + where + Filter.orderBy(page, SORTS, "code") + " LIMIT ? OFFSET ?", NodeTable::view, paged);
        return new Page<>(content, total, page);
    }

    Optional<NodeAddress> address(String code) {
        return sql.first(ADDRESS + " WHERE code = ?", NodeTable::address, code);
    }

    /**
     * Writes a registration; a known code is updated, its address and credential included.
     *
     * @return whether the node was online before; false also for a new one. Empty, and nothing written, when the code
     *     belongs to another organisation
     */
    Optional<Boolean> register(Registration node) {
        return sql.first(
                """
                WITH before AS (SELECT online FROM compute_node WHERE code = ?)
                INSERT INTO compute_node AS n (code, type, host, port, username, sealed_password, serves_algorithms,
                    organisation_id, online, registered_at, last_seen_at, changed_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, true, ?, ?, ?)
                ON CONFLICT (code) DO UPDATE SET type = excluded.type, host = excluded.host, port = excluded.port,
                    username = excluded.username, sealed_password = excluded.sealed_password,
                    serves_algorithms = excluded.serves_algorithms, online = true,
                    registered_at = excluded.registered_at, last_seen_at = excluded.last_seen_at,
                    changed_at = excluded.changed_at
                WHERE n.organisation_id IS NOT DISTINCT FROM excluded.organisation_id
                RETURNING coalesce((SELECT online FROM before), false) AS was_online
                """,
                row -> row.getBoolean("was_online"),
                node.code(),
                node.code(),
                node.type(),
                node.host(),
                node.port(),
                node.username(),
                node.sealedPassword(),
                node.servesAlgorithms(),
                node.organisationId(),
                node.at(),
                node.at(),
                node.at());
    }

    /** Removes the node; false when there is none of that code in that organisation. */
    boolean unregister(String code, UUID organisationId) {
        return sql.update(
                        "DELETE FROM compute_node WHERE code = ? AND organisation_id IS NOT DISTINCT FROM ?::uuid",
                        code,
                        organisationId)
                == 1;
    }

    /**
     * Writes when nodes were last heard, all in one statement; an offline one becomes online. Rows are locked in the
     * order of their codes, so that servers writing at the same time never wait for each other in a circle.
     *
     * @return the codes that exist, and whether each was online before
     */
    List<Heard> heard(Map<String, Instant> when, Instant now) {
        String[] codes = when.keySet().toArray(String[]::new);
        Instant[] times = Arrays.stream(codes).map(when::get).toArray(Instant[]::new);
        return sql.list("""
                UPDATE compute_node n
                SET last_seen_at = greatest(n.last_seen_at, was.seen_at), online = true,
                    changed_at = CASE WHEN was.online THEN n.changed_at ELSE ? END
                FROM (SELECT o.code, o.online, s.seen_at
                      FROM unnest(?, ?) AS s (code, seen_at) JOIN compute_node o ON o.code = s.code
                      ORDER BY o.code FOR UPDATE OF o) was
                WHERE n.code = was.code
                RETURNING n.code, was.online
                """, row -> new Heard(row.getString("code"), row.getBoolean("online")), now, codes, times);
    }

    /** Marks the nodes offline that were last heard before that instant. One server of a cluster gets each code. */
    List<String> silence(Instant before, Instant now) {
        return sql.list("""
                UPDATE compute_node SET online = false, changed_at = ?
                WHERE code IN (SELECT code FROM compute_node WHERE online AND last_seen_at < ? ORDER BY code FOR UPDATE)
                  AND online AND last_seen_at < ?
                RETURNING code
                """, row -> row.getString("code"), now, before, before);
    }

    /** A node that was heard, and whether it was taken for online before. */
    record Heard(String code, boolean wasOnline) {}

    /** Codes of all nodes that are online. */
    List<String> onlineCodes() {
        return sql.list("SELECT code FROM compute_node WHERE online", row -> row.getString("code"));
    }

    /** The online nodes that registered or came back since that instant. */
    List<Change> changedSince(Instant instant) {
        return sql.list(ADDRESS + " WHERE online AND changed_at >= ?", NodeTable::change, instant);
    }

    /** Where a node listens, and since when that is so. */
    record Change(NodeAddress address, Instant at) {}

    private static NodeView view(ResultSet row) throws SQLException {
        return new NodeView(
                row.getString("code"),
                row.getString("type"),
                row.getString("host"),
                row.getInt("port"),
                row.getBoolean("online"),
                row.getBoolean("serves_algorithms"),
                Sql.uuid(row, "organisation_id"),
                Sql.instant(row, "registered_at"),
                Sql.instant(row, "last_seen_at"));
    }

    private static Change change(ResultSet row) throws SQLException {
        return new Change(address(row), Sql.instant(row, "changed_at"));
    }

    private static NodeAddress address(ResultSet row) throws SQLException {
        return new NodeAddress(
                row.getString("code"),
                row.getString("host"),
                row.getInt("port"),
                row.getString("username"),
                row.getBytes("sealed_password"));
    }
}
