package org.computility.algorithms.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.computility.connector.DeliveredPackage;
import org.computility.shared.database.Sql;

/** The rows of {@code package_delivery}: plain SQL, since a node's whole list is taken over in one statement. */
final class DeliveryTable {

    // Bytes that a later import replaced are no delivery of the package as it is now.
    private static final String SELECT = """
            SELECT d.compute_code, d.package_id, p.name, p.type, p.version, d.progress, d.progress_at, d.created_at,
                d.heard_at,
                CASE WHEN d.md5 = p.md5 THEN d.status ELSE 2 END AS status,
                CASE WHEN d.md5 = p.md5 THEN d.error
                     ELSE 'The package was imported again since; deliver it anew.' END AS error
            FROM package_delivery d JOIN algorithm_package p ON p.id = d.package_id
            WHERE d.compute_code = ?
            """;

    private final Sql sql;

    DeliveryTable(DataSource database) {
        this.sql = new Sql(database);
    }

    /** All packages of a node, the newest delivery first. */
    List<DeliveryState> of(String computeCode) {
        return sql.list(SELECT + " ORDER BY d.created_at DESC, d.package_id", DeliveryTable::state, computeCode);
    }

    Optional<DeliveryState> find(String computeCode, String packageId) {
        return sql.first(SELECT + " AND d.package_id = ?", DeliveryTable::state, computeCode, packageId);
    }

    boolean isDone(String computeCode, String packageId) {
        return find(computeCode, packageId)
                .filter(state -> state.status() == DeliveryState.DONE)
                .isPresent();
    }

    /** Nodes that were given the package. */
    List<String> holders(String packageId) {
        return sql.list(
                "SELECT compute_code FROM package_delivery WHERE package_id = ? ORDER BY compute_code",
                row -> row.getString("compute_code"),
                packageId);
    }

    /** Notes that a node is told to download; false, and nothing written, when it was told before. */
    boolean begin(String computeCode, String packageId, String md5, Instant now) {
        return sql.update("""
                        INSERT INTO package_delivery (compute_code, package_id, md5, status, progress, progress_at,
                            created_at, heard_at)
                        VALUES (?, ?, ?, 1, 0, ?, ?, ?)
                        ON CONFLICT (compute_code, package_id) DO NOTHING
                        """, computeCode, packageId, md5, now, now, now) == 1;
    }

    /** The MD5 of the bytes that a node was given. */
    Optional<String> md5(String computeCode, String packageId) {
        return sql.first(
                "SELECT md5 FROM package_delivery WHERE compute_code = ? AND package_id = ?",
                row -> row.getString("md5"),
                computeCode,
                packageId);
    }

    /**
     * Notes that a node accepted to download once more. What it holds already stays downloaded, and so does what it said
     * since it was asked.
     */
    void beginAgain(String computeCode, String packageId, String md5, Instant asked) {
        sql.update("""
                UPDATE package_delivery SET md5 = ?, status = 1, progress = 0, progress_at = ?, error = NULL, heard_at = ?
                WHERE compute_code = ? AND package_id = ? AND (md5 <> ? OR status <> 3 AND heard_at <= ?)
                """, md5, asked, asked, computeCode, packageId, md5, asked);
    }

    boolean delete(String computeCode, String packageId) {
        return sql.update(
                        "DELETE FROM package_delivery WHERE compute_code = ? AND package_id = ?",
                        computeCode,
                        packageId)
                == 1;
    }

    void deleteAll(String computeCode) {
        sql.update("DELETE FROM package_delivery WHERE compute_code = ?", computeCode);
    }

    /** One piece of news from a node about a package that it was given. */
    void progress(String computeCode, DeliveredPackage news, Instant now) {
        sql.update(
                """
                UPDATE package_delivery SET status = ?, progress = ?, progress_at = ?, error = ?, heard_at = ?
                WHERE compute_code = ? AND package_id = ?
                """,
                news.status(),
                share(news),
                news.updatedAt() == null ? now : news.updatedAt(),
                news.error(),
                now,
                computeCode,
                news.packageId());
    }

    /**
     * Takes over a node's whole list: what it holds of the platform's packages is entered, and what it no longer holds
     * has failed. Rows touched since {@code asked} stay: the list may be older than they are.
     */
    void reconcile(String computeCode, List<DeliveredPackage> held, Instant asked, Instant now) {
        String[] ids = new String[held.size()];
        Integer[] statuses = new Integer[ids.length];
        Double[] progresses = new Double[ids.length];
        Instant[] times = new Instant[ids.length];
        String[] errors = new String[ids.length];
        for (int i = 0; i < ids.length; i++) {
            DeliveredPackage each = held.get(i);
            ids[i] = each.packageId();
            statuses[i] = each.status();
            progresses[i] = share(each);
            times[i] = each.updatedAt() == null ? now : each.updatedAt();
            errors[i] = each.error();
        }
        sql.update("""
                INSERT INTO package_delivery AS d (compute_code, package_id, md5, status, progress, progress_at, error,
                    created_at, heard_at)
                SELECT ?, p.id, p.md5, s.status, s.progress, s.at, s.error, s.at, ?
                FROM unnest(?, ?, ?, ?, ?) AS s (id, status, progress, at, error) JOIN algorithm_package p ON p.id = s.id
                ON CONFLICT (compute_code, package_id) DO UPDATE SET status = excluded.status,
                    progress = excluded.progress, progress_at = excluded.progress_at, error = excluded.error,
                    heard_at = excluded.heard_at
                WHERE d.heard_at <= ?
                """, computeCode, now, ids, statuses, progresses, times, errors, asked);
        sql.update("""
                UPDATE package_delivery SET status = 2, error = 'The compute no longer holds the package.',
                    progress_at = ?, heard_at = ?
                WHERE compute_code = ? AND NOT package_id = any(?) AND heard_at <= ? AND status <> 2
                """, now, now, computeCode, ids, asked);
    }

    private static double share(DeliveredPackage news) {
        return Math.max(0, Math.min(1, news.progress()));
    }

    private static DeliveryState state(ResultSet row) throws SQLException {
        return new DeliveryState(
                row.getString("compute_code"),
                row.getString("package_id"),
                row.getString("name"),
                row.getString("type"),
                row.getString("version"),
                row.getInt("status"),
                row.getDouble("progress"),
                Sql.instant(row, "progress_at"),
                row.getString("error"),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "heard_at"));
    }
}
