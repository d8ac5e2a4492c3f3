package org.computility.algorithms.archives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import org.computility.algorithms.StoredFile;
import org.computility.shared.Rejected;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageFilesTest {

    @TempDir
    Path data;

    private PackageFiles files;

    @BeforeEach
    void tenBytesAtMost() {
        files = new PackageFiles(data, 10);
    }

    @Test
    void whatArrivesIsHashedAndComesIntoItsPlace() throws IOException {
        PackageFiles.Arrived arrived = files.receive("File", text("abc"));

        assertThat(arrived.file())
                .isEqualTo(new StoredFile(
                        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                        "900150983cd24fb0d6963f7d28e17f72",
                        3));
        files.keep(arrived);
        assertThat(files.place(arrived.file().sha256())).hasContent("abc");
        assertThat(arrived.path()).doesNotExist();
    }

    @Test
    void whatIsTooLargeLeavesNothingBehind() throws IOException {
        assertThatThrownBy(() -> files.receive("File", text("12345678901")))
                .isInstanceOf(Rejected.class)
                .extracting("code", "member")
                .containsExactly("package-too-large", "File");

        assertThat(allFiles()).isZero();
    }

    @Test
    void aStreamThatBreaksLeavesNothingBehind() throws IOException {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }
        };

        assertThatThrownBy(() -> files.receive("Url", broken)).isInstanceOf(IOException.class);

        assertThat(allFiles()).isZero();
    }

    @Test
    void whatNothingNamesIsCleanedOnceItIsOld() throws IOException {
        PackageFiles.Arrived named = files.receive("File", text("named"));
        PackageFiles.Arrived orphan = files.receive("File", text("orphan"));
        files.keep(named);
        files.keep(orphan);
        files.receive("File", text("left"));

        assertThat(files.clean(Set.of(named.file().sha256()), Instant.now().minusSeconds(60)))
                .isZero();
        assertThat(files.clean(Set.of(named.file().sha256()), Instant.now().plusSeconds(60)))
                .isEqualTo(2);

        assertThat(allFiles()).isEqualTo(1);
    }

    @Test
    void aStoreThatWasNeverUsedIsClean() throws IOException {
        assertThat(new PackageFiles(data.resolve("none"), 1).clean(Set.of(), Instant.now()))
                .isZero();
    }

    private long allFiles() throws IOException {
        try (Stream<Path> all = Files.walk(data)) {
            return all.filter(Files::isRegularFile).count();
        }
    }

    private static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
