package org.computility.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The modules of this project, as folders. */
final class Modules {

    static final Path PROJECT = Path.of("..", "..").toAbsolutePath().normalize();
    static final Path SOURCES = Path.of("src", "main", "java");
    private static final Path CLASSES = Path.of("target", "classes");
    private static final int DEEPEST = 4;

    private Modules() {}

    /** Every module with main sources. */
    static List<Path> all() {
        try (Stream<Path> folders = Files.walk(PROJECT, DEEPEST)) {
            return folders.filter(folder -> Files.isDirectory(folder.resolve(SOURCES)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All but the benchmarks, which are no part of the house. */
    static List<Path> production() {
        return all().stream()
                .filter(module -> !module.startsWith(PROJECT.resolve("tests")))
                .toList();
    }

    /** The compiled classes of every production module; a module that is not built is a failure, not an empty folder. */
    static List<Path> classes() {
        List<Path> folders =
                production().stream().map(module -> module.resolve(CLASSES)).toList();
        folders.stream().filter(folder -> !Files.isDirectory(folder)).findAny().ifPresent(folder -> {
            throw new IllegalStateException("Not built: " + folder);
        });
        return folders;
    }
}
