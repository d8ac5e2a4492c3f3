package org.computility.algopackage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {

    @TempDir
    Path temp;

    @Test
    void aFolderGoesWithAllInItAndNothingBesideIt() throws Exception {
        Path folder = Files.createDirectories(temp.resolve("a/b/c"));
        Files.writeString(folder.resolve("file"), "x");
        Path beside = Files.writeString(temp.resolve("beside"), "x");

        Folders.delete(temp.resolve("a"));

        assertThat(temp.resolve("a")).doesNotExist();
        assertThat(beside).exists();
    }

    @Test
    void linksGoAndWhatTheyPointAtStays() throws Exception {
        Path outside = Files.createDirectories(temp.resolve("outside"));
        Files.writeString(outside.resolve("file"), "x");
        Path folder = Files.createDirectories(temp.resolve("folder"));
        Files.createSymbolicLink(folder.resolve("to-folder"), outside);
        Files.createSymbolicLink(folder.resolve("to-file"), outside.resolve("file"));
        Files.createSymbolicLink(folder.resolve("to-nothing"), temp.resolve("nothing"));

        Folders.delete(folder);

        assertThat(folder).doesNotExist();
        assertThat(outside.resolve("file")).hasContent("x");
    }

    @Test
    void whatIsNotThereIsFineAndAFileGoesLikeAFolder() throws Exception {
        Folders.delete(temp.resolve("nothing"));
        Path file = Files.writeString(temp.resolve("file"), "x");
        Folders.delete(file);

        assertThat(file).doesNotExist();
    }
}
