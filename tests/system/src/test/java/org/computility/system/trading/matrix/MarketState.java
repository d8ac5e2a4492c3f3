package org.computility.system.trading.matrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.computility.server.Database;
import org.computility.system.ServerUnderTest;

/** What the market and its books have stored: a number for each table of their migrations, another one after any change. */
final class MarketState {

    private static final Pattern TABLE = Pattern.compile("(?m)^create table (\\w+)");
    /** Entries are matched, and transfers sealed, in the background. */
    private static final Set<String> MOVING = Set.of("market_entry", "market_news", "ledger_batch");

    private final Database database;
    private final List<String> tables = new ArrayList<>();

    MarketState(ServerUnderTest server) {
        database = server.database();
        Path migrations = Path.of(System.getProperty("computility.root"), "ejb/src/main/resources/db/migration");
        for (String room : List.of("trading", "settlement")) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(migrations.resolve(room), "*.sql")) {
                for (Path file : files) {
                    Matcher created = TABLE.matcher(Files.readString(file));
                    while (created.find()) {
                        tables.add(created.group(1));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        tables.removeAll(MOVING);
    }

    Map<String, String> now() {
        Map<String, String> numbers = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                var statement = connection.createStatement()) {
            for (String table : tables) {
                try (ResultSet row = statement.executeQuery(
                        "select count(*), coalesce(sum(hashtextextended(t::text, 0)), 0)" + " from " + table + " t")) {
                    row.next();
                    numbers.put(table, row.getString(1) + " rows, " + row.getString(2));
                }
            }
            return numbers;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
