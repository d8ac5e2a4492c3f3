package org.computility.shared.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** A test database that tells how it carried out each statement: {@code auto_explain} sends the plan as a notice. */
public final class ExplainedDatabase {

    private static final String EXPLAIN = """
            load 'auto_explain';
            set auto_explain.log_min_duration = 0;
            set auto_explain.log_analyze = on;
            set auto_explain.log_timing = off;
            set auto_explain.log_level = notice
            """;

    private final DataSource database;
    private final List<String> plans = new ArrayList<>();

    public ExplainedDatabase(DataSource database) {
        this.database = database;
    }

    /** The same database; what runs through it is explained. */
    public DataSource explained() {
        return watched(DataSource.class, database, result -> {
            if (!(result instanceof Connection connection)) {
                return result;
            }
            try (Statement statement = connection.createStatement()) {
                statement.execute(EXPLAIN);
            }
            return watched(
                    Connection.class,
                    connection,
                    made -> made instanceof PreparedStatement statement
                            ? watched(PreparedStatement.class, statement, answer -> noted(statement, answer))
                            : made);
        });
    }

    /** The plans of what has run since the last call, the newest last. */
    public List<String> plans() {
        List<String> told = List.copyOf(plans);
        plans.clear();
        return told;
    }

    private Object noted(PreparedStatement statement, Object answer) throws SQLException {
        Stream.iterate(statement.getWarnings(), warning -> warning != null, SQLWarning::getNextWarning)
                .map(SQLWarning::getMessage)
                .filter(message -> message.contains("plan:"))
                .forEach(plans::add);
        statement.clearWarnings();
        return answer;
    }

    private interface Following {
        Object follow(Object result) throws SQLException;
    }

    private static <T> T watched(Class<T> type, T target, Following following) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            try {
                Object result = method.invoke(target, arguments);
                // A closed statement has no warnings any more.
                return method.getName().equals("close") ? result : following.follow(result);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return type.cast(
                Proxy.newProxyInstance(ExplainedDatabase.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
