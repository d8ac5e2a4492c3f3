package org.computility.operations;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** One statement with its arguments. */
record Sql(DataSource dataSource, String text, Object... arguments) {

    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private interface Use<T> {
        T use(PreparedStatement statement) throws SQLException;
    }

    <T> Optional<T> one(Row<T> reader) {
        List<T> rows = all(reader);
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(0));
    }

    <T> List<T> all(Row<T> reader) {
        return execute(statement -> {
            try (ResultSet rows = statement.executeQuery()) {
                List<T> all = new ArrayList<>();
                while (rows.next()) {
                    all.add(reader.read(rows));
                }
                return all;
            }
        });
    }

    int update() {
        return execute(PreparedStatement::executeUpdate);
    }

    private <T> T execute(Use<T> use) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(text)) {
            for (int i = 0; i < arguments.length; i++) {
                bind(connection, statement, i + 1, arguments[i]);
            }
            return use.use(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("The database refused: " + text, e);
        }
    }

    private static void bind(Connection connection, PreparedStatement statement, int index, Object argument)
            throws SQLException {
        if (argument instanceof long[] numbers) {
            Object[] boxed = Arrays.stream(numbers).boxed().toArray();
            statement.setArray(index, connection.createArrayOf("bigint", boxed));
        } else if (argument instanceof UUID || argument == null) {
            statement.setObject(index, argument, Types.OTHER);
        } else {
            statement.setObject(index, argument);
        }
    }
}
