package org.computility.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.computility.shared.PageRequest;

/** One question to the trail, as SQL that holds only the conditions asked for. */
final class AuditSearch {

    private final StringBuilder where = new StringBuilder(" FROM audit_record WHERE true");
    private final List<Object> values = new ArrayList<>();

    AuditSearch(AuditQuery query, UUID organisation) {
        and(" AND organisation_id = ?", organisation);
        and(" AND at >= ?", timestamp(query.from()));
        and(" AND at < ?", timestamp(query.to()));
        and(" AND account = ?", query.account());
        and(
                " AND position(? IN lower(action)) > 0",
                query.action() == null ? null : query.action().toLowerCase(Locale.ROOT));
        and(" AND outcome = ?", query.outcome());
        and(" AND request_id = ?", query.requestId());
    }

    List<AuditRecordView> page(Connection connection, PageRequest page) throws SQLException {
        String sql = "SELECT *" + where + " ORDER BY id DESC LIMIT " + page.size() + " OFFSET " + page.offset();
        try (PreparedStatement query = prepare(connection, sql);
                ResultSet row = query.executeQuery()) {
            List<AuditRecordView> content = new ArrayList<>();
            while (row.next()) {
                content.add(ChainLink.read(row).view(row.getBytes("hash")));
            }
            return content;
        }
    }

    long total(Connection connection) throws SQLException {
        try (PreparedStatement query = prepare(connection, "SELECT count(*)" + where);
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private void and(String condition, Object value) {
        if (value != null) {
            where.append(condition);
            values.add(value);
        }
    }

    private PreparedStatement prepare(Connection connection, String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int index = 0; index < values.size(); index++) {
            statement.setObject(index + 1, values.get(index));
        }
        return statement;
    }

    private static Timestamp timestamp(Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
