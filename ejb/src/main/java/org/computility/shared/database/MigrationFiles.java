package org.computility.shared.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;

/**
 * The migrations that {@code db/migration/index.txt} lists, one {@code room/Vtimestamp__words.sql} a line. They are
 * listed rather than searched for because class path scanning fails inside WildFly's virtual file system.
 */
final class MigrationFiles implements ResourceProvider {

    private static final String FOLDER = "db/migration/";

    private final Map<String, LoadableResource> byPath;

    MigrationFiles() {
        byPath = text(FOLDER + "index.txt")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .distinct()
                .map(Migration::new)
                .collect(Collectors.toMap(Migration::getRelativePath, Function.identity()));
    }

    /** Paths below {@code db/migration}, in no order. */
    Collection<String> paths() {
        return byPath.keySet();
    }

    @Override
    public LoadableResource getResource(String path) {
        return byPath.get(path.startsWith(FOLDER) ? path.substring(FOLDER.length()) : path);
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        return byPath.values().stream()
                .filter(file -> file.getFilename().startsWith(prefix))
                .filter(file -> List.of(suffixes).stream().anyMatch(file.getFilename()::endsWith))
                .toList();
    }

    private static String text(String path) {
        try (InputStream in = Objects.requireNonNull(
                MigrationFiles.class.getClassLoader().getResourceAsStream(path),
                () -> path + " is not in the archive")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Migration extends LoadableResource {

        private final String path;

        Migration(String path) {
            this.path = path;
        }

        @Override
        public Reader read() {
            return new InputStreamReader(
                    Objects.requireNonNull(
                            MigrationFiles.class.getClassLoader().getResourceAsStream(FOLDER + path),
                            () -> "index.txt lists " + path + ", which is not in the archive"),
                    StandardCharsets.UTF_8);
        }

        @Override
        public String getAbsolutePath() {
            return FOLDER + path;
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return FOLDER + path;
        }

        @Override
        public String getFilename() {
            return path.substring(path.lastIndexOf('/') + 1);
        }

        @Override
        public String getRelativePath() {
            return path;
        }
    }
}
