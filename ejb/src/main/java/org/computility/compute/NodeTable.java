package org.computility.compute;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.computility.shared.database.Sql;

/** The rows of {@code compute_node}: plain SQL, because the keepalives of all nodes go in one statement. */
final class NodeTable {

    private static final String SELECT = """
            SELECT code, type, host, port, online, serves_algorithms, organisation_id, registered_at, last_seen_at
            FROM compute_node
            """;

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

    Optional<NodeAddress> address(String code) {
        return sql.first(
                "SELECT code, host, port, username, sealed_password FROM compute_node WHERE code = ?",
                NodeTable::address,
                code);
    }

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

    private static NodeAddress address(ResultSet row) throws SQLException {
        return new NodeAddress(
                row.getString("code"),
                row.getString("host"),
                row.getInt("port"),
                row.getString("username"),
                row.getBytes("sealed_password"));
    }
}
