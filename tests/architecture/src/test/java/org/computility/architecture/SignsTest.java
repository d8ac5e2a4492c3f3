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

    @Test
    void everyDoorHasASign() throws IOException {
        assertThat(Modules.all()).hasSizeGreaterThan(10);
        for (Path module : Modules.all()) {
            assertThat(packagesWithoutSign(module.resolve(Modules.SOURCES))).isEmpty();
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
