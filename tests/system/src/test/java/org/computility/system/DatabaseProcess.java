package org.computility.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.computility.server.Database;

/** The PostgreSQL of a server under test, as its operating system sees it: for outages. */
public final class DatabaseProcess {

    private static final String SETTINGS = "postgresql.conf";

    private final Path data;

    /** Whose database it is. It must answer now. */
    public DatabaseProcess(ServerUnderTest server) {
        Database database = server.database();
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                ResultSet rows = connection.createStatement().executeQuery("show data_directory")) {
            rows.next();
            data = Path.of(rows.getString(1));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All its processes stand still: connections stay open, new ones are taken, nothing is answered. */
    public void freeze() {
        signal("-STOP");
    }

    /** Frozen processes go on. */
    public void thaw() {
        signal("-CONT");
    }

    /** Kills it as {@code kill -9} does; it cannot start again until {@link #mend}. */
    public void breakDown() {
        move(SETTINGS, SETTINGS + ".away");
        signal("-KILL");
    }

    /** It can start again, and whoever keeps it running starts it. */
    public void mend() {
        move(SETTINGS + ".away", SETTINGS);
    }

    private void signal(String signal) {
        List<String> command = new ArrayList<>(List.of("kill", signal));
        processes().forEach(process -> command.add("" + process.pid()));
        try {
            // One of them may have gone meanwhile: a status other than 0 says nothing.
            new ProcessBuilder(command).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The first, which makes the others, comes first. */
    private Stream<ProcessHandle> processes() {
        try {
            long first = Long.parseLong(
                    Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
            return ProcessHandle.of(first).stream()
                    .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void move(String from, String to) {
        try {
            Files.move(data.resolve(from), data.resolve(to));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
