package org.computility.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {

    @TempDir
    Path temp;

    @Test
    void deletesAllInItAndNothingThatALinkPointsAt() throws Exception {
        Path outside = Files.writeString(temp.resolve("outside"), "x");
        Path folder = Files.createDirectories(temp.resolve("a/b"));
        Files.writeString(folder.resolve("file"), "x");
        Files.createSymbolicLink(folder.resolve("link"), outside);
        Files.createSymbolicLink(folder.resolve("up"), temp);
        Files.createSymbolicLink(folder.resolve("broken"), temp.resolve("nothing"));

        Folders.delete(temp.resolve("a"));
        Folders.delete(temp.resolve("never"));

        assertThat(temp.resolve("a")).doesNotExist();
        assertThat(outside).hasContent("x");
    }

    @Test
    void copiesAllInItToWhereNothingIsYet() throws Exception {
        Path folder = Files.createDirectories(temp.resolve("from/sub/empty"));
        Files.writeString(folder.resolveSibling("file"), "x");

        Folders.copy(temp.resolve("from"), temp.resolve("deep/er/to"));

        assertThat(temp.resolve("deep/er/to/sub/file")).hasContent("x");
        assertThat(temp.resolve("deep/er/to/sub/empty")).isEmptyDirectory();
        assertThatThrownBy(() -> Folders.copy(temp.resolve("from"), temp.resolve("deep/er/to")))
                .as("a second copy would mix the two")
                .isInstanceOf(IOException.class);
    }
}
