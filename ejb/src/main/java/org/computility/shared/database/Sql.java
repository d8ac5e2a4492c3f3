package org.computility.shared.database;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * One statement of plain SQL, for the paths that are too hot or too wide for entities. It joins the transaction of the
 * caller. Parameters may be strings, numbers, booleans, {@link UUID}, {@link Instant}, {@code byte[]}, null, or an array
 * of one of these (with null elements where need be) for {@code unnest} and {@code = any(?)}.
 */
public final class Sql {

    private final DataSource database;

    public Sql(DataSource database) {
        this.database = database;
    }

    /** Makes one thing of the row the result set stands on. */
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** All rows of a query, or of a statement with {@code RETURNING}. */
    public <T> List<T> list(String sql, Row<T> row, Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = prepare(connection, sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                found.add(row.read(rows));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("The database refused: " + e.getMessage(), e);
        }
    }

    /** The first row, if there is one. */
    public <T> Optional<T> first(String sql, Row<T> row, Object... parameters) {
        return list(sql, row, parameters).stream().findFirst();
    }

    /** One number, such as a count. */
    public long number(String sql, Object... parameters) {
        return first(sql, row -> row.getLong(1), parameters).orElse(0L);
    }

    /** Rows changed. */
    public int update(String sql, Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = prepare(connection, sql, parameters)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The database refused: " + e.getMessage(), e);
        }
    }

    /** A {@code timestamptz} column, or null. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }

    /** A {@code uuid} column, or null. */
    public static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            for (int i = 0; i < parameters.length; i++) {
                bind(connection, statement, i + 1, parameters[i]);
            }
            return statement;
        } catch (SQLException | RuntimeException e) {
            statement.close();
            throw e;
        }
    }

    private static void bind(Connection connection, PreparedStatement statement, int index, Object value)
            throws SQLException {
        if (value instanceof Instant instant) {
            statement.setTimestamp(index, Timestamp.from(instant));
        } else if (value instanceof Instant[] instants) {
            statement.setArray(index, instants(connection, instants));
        } else if (value instanceof Object[] array) {
            statement.setArray(index, connection.createArrayOf(typeOf(array), array));
        } else if (value instanceof byte[] bytes) {
            statement.setBytes(index, bytes);
        } else if (value == null) {
            statement.setNull(index, Types.NULL);
        } else {
            statement.setObject(index, value);
        }
    }

    private static Array instants(Connection connection, Instant... instants) throws SQLException {
        Object[] values = new Object[instants.length];
        for (int i = 0; i < instants.length; i++) {
            values[i] = instants[i] == null ? null : Timestamp.from(instants[i]);
        }
        return connection.createArrayOf("timestamptz", values);
    }

    private static String typeOf(Object[] array) {
        if (array instanceof UUID[]) {
            return "uuid";
        } else if (array instanceof Long[]) {
            return "int8";
        } else if (array instanceof Integer[]) {
            return "int4";
        } else if (array instanceof Boolean[]) {
            return "bool";
        } else if (array instanceof Double[]) {
            return "float8";
        } else if (array instanceof byte[][]) {
            return "bytea";
        }
        return "text";
    }
}
