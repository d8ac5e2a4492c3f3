package org.computility.system.matrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.computility.server.Database;
import org.computility.system.ServerUnderTest;

/** What is stored: two numbers by name, others after any change. */
public final class StoredState {

    private static final Pattern TABLE = Pattern.compile("(?mi)^create table (\\w+)");

    private final Database database;
    private final Map<String, String> statements = new TreeMap<>();

    /** By statements of one's own: each answers two numbers. */
    public StoredState(ServerUnderTest server, Map<String, String> statements) {
        database = server.database();
        this.statements.putAll(statements);
    }

    /** Of every table that the migrations of these rooms make, but for those that move by themselves. */
    public static StoredState ofRooms(ServerUnderTest server, List<String> rooms, Set<String> moving) {
        Map<String, String> statements = new TreeMap<>();
        Path migrations = Path.of(System.getProperty("computility.root"), "ejb/src/main/resources/db/migration");
        for (String room : rooms) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(migrations.resolve(room), "*.sql")) {
                for (Path file : files) {
                    Matcher created = TABLE.matcher(Files.readString(file));
                    while (created.find()) {
                        statements.put(created.group(1), whole(created.group(1)));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        statements.keySet().removeAll(moving);
        return new StoredState(server, statements);
    }

    /** All rows of a table. */
    public static String whole(String table) {
        return "select count(*), coalesce(sum(hashtextextended(t::text, 0)), 0) from " + table + " t";
    }

    public Map<String, String> now() {
        Map<String, String> numbers = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                var statement = connection.createStatement()) {
            for (Map.Entry<String, String> each : statements.entrySet()) {
                try (ResultSet row = statement.executeQuery(each.getValue())) {
                    row.next();
                    numbers.put(each.getKey(), row.getString(1) + " rows, " + row.getString(2));
                }
            }
            return numbers;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
