package org.computility.system.servers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What servers log as severe from now on, for the report of a test that fails: an answer of 500 says only that its reason
 * stands in the log, and the machine may be gone when somebody asks.
 */
final class FailureLog {

    /** Payara begins an entry with date and time in brackets, WildFly's console with the time. */
    private static final Pattern NEW_ENTRY =
            Pattern.compile("(?m)^(?=\\[\\d{4}-\\d\\d-\\d\\dT|\\d\\d:\\d\\d:\\d\\d,\\d{3} )");

    private static final Pattern SEVERE = Pattern.compile("SEVERE|\\bERROR\\b");
    private static final Pattern LOG = Pattern.compile("server(\\.0)?\\.log");
    private static final int MOST_ENTRIES = 5;
    private static final int MOST_LINES = 40;
    private static final int DEPTH = 6;

    private final Path folder;
    private final Map<Path, Long> writtenBefore;

    /** Of the servers that work below that folder. */
    FailureLog(Path folder) {
        this.folder = folder;
        writtenBefore = logs(folder).stream().collect(Collectors.toMap(Function.identity(), FailureLog::size));
    }

    /** The first entries of each log, shortened; empty when there are none. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Path log : logs(folder)) {
            NEW_ENTRY
                    .splitAsStream(writtenSince(log))
                    .filter(entry -> SEVERE.matcher(entry).find())
                    .limit(MOST_ENTRIES)
                    .forEach(entry -> entry.lines()
                            .filter(line -> !line.isBlank())
                            .limit(MOST_LINES)
                            .forEach(line -> lines.add(folder.relativize(log) + ": " + line)));
        }
        return lines;
    }

    private String writtenSince(Path log) {
        try (InputStream in = Files.newInputStream(log)) {
            in.skipNBytes(Math.min(writtenBefore.getOrDefault(log, 0L), size(log)));
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> logs(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> found = new ArrayList<>();
        try {
            // The places that LocalServer.log() names, of the server and of one beside it.
            Files.walkFileTree(folder, Set.of(), DEPTH, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (LOG.matcher(file.getFileName().toString()).matches()) {
                        found.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException gone) {
                    // Servers and PostgreSQL delete files of theirs meanwhile.
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path directory, IOException gone) {
                    return FileVisitResult.CONTINUE;
                }
            });
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long size(Path log) {
        try {
            return Files.size(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
