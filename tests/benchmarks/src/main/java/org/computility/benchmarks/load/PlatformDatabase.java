package org.computility.benchmarks.load;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The platform's database, as a benchmark fills and asks it. */
public final class PlatformDatabase {

    private final String url;
    private final String user;
    private final String password;

    /** @param arguments JDBC URL, user, password */
    public PlatformDatabase(String... arguments) {
        url = arguments[0];
        user = arguments[1];
        password = arguments[2];
    }

    public String url() {
        return url;
    }

    public String user() {
        return user;
    }

    public String password() {
        return password;
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    /** Statements without parameters, each committed by itself. */
    public void runAll(String... statements) throws SQLException {
        for (String statement : statements) {
            run(statement);
        }
    }

    /** One statement; how many rows it changed. */
    public int run(String statement, Object... values) throws SQLException {
        try (Connection connection = connect()) {
            return run(connection, statement, values);
        }
    }

    public static int run(Connection connection, String statement, Object... values) throws SQLException {
        try (PreparedStatement running = connection.prepareStatement(statement)) {
            for (int i = 0; i < values.length; i++) {
                running.setObject(i + 1, values[i]);
            }
            return running.executeUpdate();
        }
    }

    /** The number that a query without parameters answers. */
    public BigDecimal number(String query) throws SQLException {
        try (Connection connection = connect();
                Statement running = connection.createStatement();
                ResultSet row = running.executeQuery(query)) {
            row.next();
            return row.getBigDecimal(1);
        }
    }

    /** The numbers that a query without parameters answers. */
    public List<Long> numbers(String query) throws SQLException {
        List<Long> numbers = new ArrayList<>();
        try (Connection connection = connect();
                Statement running = connection.createStatement();
                ResultSet row = running.executeQuery(query)) {
            while (row.next()) {
                numbers.add(row.getLong(1));
            }
        }
        return numbers;
    }
}
