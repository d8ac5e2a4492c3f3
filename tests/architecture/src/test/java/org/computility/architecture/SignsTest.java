package org.computility.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every package says in its package-info what it is for and what to look for elsewhere. */
class SignsTest {

    private static final Path PROJECT = Path.of("..", "..").toAbsolutePath().normalize();
    private static final Path SOURCES = Path.of("src", "main", "java");

    @Test
    void everyDoorHasASign() throws IOException {
        try (Stream<Path> all = Files.walk(PROJECT, 4)) {
            List<Path> modules =
                    all.filter(path -> Files.isDirectory(path.resolve(SOURCES))).toList();
            assertThat(modules).hasSizeGreaterThan(5);
            for (Path module : modules) {
                assertThat(packagesWithoutSign(module.resolve(SOURCES))).isEmpty();
            }
        }
    }

    @Test
    void aPackageWithoutSignIsFound(@TempDir Path sources) throws IOException {
        Path bare = Files.createDirectories(sources.resolve("org/bare"));
        Files.writeString(bare.resolve("Bare.java"), "package org.bare; class Bare {}");
        Path silent = Files.createDirectories(sources.resolve("org/silent"));
        Files.writeString(silent.resolve("Silent.java"), "package org.silent; class Silent {}");
        Files.writeString(silent.resolve("package-info.java"), "/** Something. */ package org.silent;");
        Path good = Files.createDirectories(sources.resolve("org/good"));
        Files.writeString(good.resolve("Good.java"), "package org.good; class Good {}");
        Files.writeString(good.resolve("package-info.java"), "/** Good. <p>Not here: evil. */ package org.good;");

        assertThat(packagesWithoutSign(sources)).containsExactlyInAnyOrder(bare, silent);
    }

    private static List<Path> packagesWithoutSign(Path sources) throws IOException {
        try (Stream<Path> all = Files.walk(sources)) {
            return all.filter(file -> file.toString().endsWith(".java"))
                    .map(Path::getParent)
                    .distinct()
                    .filter(folder -> !hasSign(folder))
                    .toList();
        }
    }

    private static boolean hasSign(Path folder) {
        Path sign = folder.resolve("package-info.java");
        try {
            return Files.exists(sign) && Files.readString(sign).contains("Not here:");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
