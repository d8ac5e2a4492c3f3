package org.computility.demo.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StraysTest {

    @TempDir
    Path folder;

    @Test
    void whatWorksBelowTheFolderIsEndedAndNothingElse() throws Exception {
        Process inside = start(Files.createDirectories(folder.resolve("jobs/1")));
        Process outside = start(Path.of("/"));
        try {
            Strays.end(folder.resolve("jobs"));

            assertThat(inside.isAlive()).isFalse();
            assertThat(outside.isAlive()).isTrue();
        } finally {
            outside.destroyForcibly().waitFor();
            inside.destroyForcibly().waitFor();
        }
    }

    private static Process start(Path folder) throws Exception {
        return new ProcessBuilder("sleep", "60").directory(folder.toFile()).start();
    }
}
