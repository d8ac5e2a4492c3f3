package org.computility.algopackage.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.computility.algopackage.AlgoPackage;
import org.computility.algopackage.InvalidPackageException;
import org.computility.algopackage.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlgoPackageArchiveTest {

    @TempDir
    Path temp;

    private final AlgoPackageArchive archives = new AlgoPackageArchive();

    @Test
    void whatIsWrittenIsReadAndExtractedAgain() throws Exception {
        Path archive = goodArchive();

        AlgoPackage extracted = archives.extract(archive, temp.resolve("out"));

        assertThat(extracted).isEqualTo(archives.read(archive));
        assertThat(temp.resolve("out/motion.onnx")).hasBinaryContent(new byte[] {1, 2, 3});
        assertThat(temp.resolve("out/algo.yaml")).hasContent(Samples.YAML);
    }

    @Test
    void theSameContentGivesTheSameBytes() throws Exception {
        Path folder = Files.createDirectories(temp.resolve("in"));
        Files.writeString(folder.resolve("algo.yaml"), Samples.YAML);
        Files.write(folder.resolve("motion.onnx"), new byte[] {1, 2, 3});
        Path second = temp.resolve("second.tar");
        AlgoPackageWriter.write(folder, second);

        assertThat(second).hasSameBinaryContentAs(goodArchive());
    }

    @Test
    void readsGzipToo() throws Exception {
        Path zipped = temp.resolve("p.tar.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
            Files.copy(goodArchive(), out);
        }

        assertThat(archives.read(zipped).id()).isEqualTo(Samples.ID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../evil",
                "a/../../evil",
                "/etc/evil",
                "C:/evil",
                "a\\..\\evil",
                "motion.onnx",
                "./motion.onnx",
                "x\ny"
            })
    void refusesNamesThatLeaveThePackageOrComeTwice(String name) throws Exception {
        Path archive = tar(tar -> {
            file(tar, "algo.yaml", Samples.YAML.getBytes(StandardCharsets.UTF_8));
            file(tar, "motion.onnx", new byte[1]);
            TarArchiveEntry entry = new TarArchiveEntry(name, true);
            tar.putArchiveEntry(entry);
            tar.closeArchiveEntry();
        });

        assertRefused(archive);
        assertThat(temp.resolve("evil")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            bytes = {
                TarConstants.LF_SYMLINK,
                TarConstants.LF_LINK,
                TarConstants.LF_CHR,
                TarConstants.LF_BLK,
                TarConstants.LF_FIFO,
                'Q'
            })
    void refusesLinksDevicesAndTheUnknown(byte type) throws Exception {
        Path archive = tar(tar -> {
            file(tar, "algo.yaml", Samples.YAML.getBytes(StandardCharsets.UTF_8));
            TarArchiveEntry entry = new TarArchiveEntry("motion.onnx", type);
            entry.setLinkName("/etc/passwd");
            tar.putArchiveEntry(entry);
            tar.closeArchiveEntry();
        });

        assertRefused(archive);
    }

    @Test
    void refusesADecompressionBomb() throws Exception {
        Path bomb = temp.resolve("bomb.tar.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(bomb));
                TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
            file(tar, "motion.onnx", new byte[32 << 20]);
        }

        assertThatExceptionOfType(InvalidPackageException.class)
                .isThrownBy(() -> archives.read(bomb))
                .withMessageContaining("unfolds");
    }

    @Test
    void refusesWhatIsBeyondItsLimits() throws Exception {
        Path archive = goodArchive();

        assertRefused(new AlgoPackageArchive(new ArchiveLimits(1, 1 << 20, 1 << 20, 10)), archive);
        assertRefused(new AlgoPackageArchive(new ArchiveLimits(10, 100, 1 << 20, 10)), archive);
        assertRefused(new AlgoPackageArchive(new ArchiveLimits(10, 1 << 20, 100, 10)), archive);
        assertThat(new AlgoPackageArchive(new ArchiveLimits(10, 1 << 20, 1 << 20, 10)).read(archive))
                .isNotNull();
    }

    @Test
    void refusesAnExtendedHeaderThatWouldFillTheMemory() throws Exception {
        Path archive = tar(tar -> {
            TarArchiveEntry entry = new TarArchiveEntry("././@LongLink", TarConstants.LF_GNUTYPE_LONGNAME);
            entry.setSize(10 << 20);
            tar.putArchiveEntry(entry);
            tar.write(new byte[10 << 20]);
            tar.closeArchiveEntry();
        });

        assertThatExceptionOfType(InvalidPackageException.class)
                .isThrownBy(() -> archives.read(archive))
                .withMessageContaining("extended header");
    }

    @Test
    void refusesAPackageWhoseFilesAreMissing() throws Exception {
        Path archive = tar(tar -> file(tar, "algo.yaml", Samples.YAML.getBytes(StandardCharsets.UTF_8)));

        assertThatExceptionOfType(InvalidPackageException.class)
                .isThrownBy(() -> archives.read(archive))
                .withMessageContaining("motion.onnx");
    }

    @Test
    void refusesNoiseEmptinessAndCutOffArchives() throws Exception {
        byte[] good = Files.readAllBytes(goodArchive());

        assertRefused(Files.write(temp.resolve("empty"), new byte[0]));
        assertRefused(Files.writeString(temp.resolve("text"), "hello ".repeat(1000)));
        assertRefused(Files.write(temp.resolve("cut"), Arrays.copyOf(good, 700)));
        assertRefused(Files.write(temp.resolve("gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0, 1, 2, 3}));
    }

    @Test
    void nothingIsLeftOfAFailedExtraction() throws Exception {
        Path archive = tar(tar -> file(tar, "algo.yaml", "a: b".getBytes(StandardCharsets.UTF_8)));

        assertThatExceptionOfType(InvalidPackageException.class)
                .isThrownBy(() -> archives.extract(archive, temp.resolve("out")));

        try (Stream<Path> left = Files.list(temp)) {
            assertThat(left).containsExactly(archive);
        }
    }

    private void assertRefused(Path archive) {
        assertRefused(archives, archive);
    }

    private static void assertRefused(AlgoPackageArchive archives, Path archive) {
        assertThatExceptionOfType(InvalidPackageException.class).isThrownBy(() -> archives.read(archive));
    }

    private Path goodArchive() throws Exception {
        Path archive = temp.resolve("good.tar");
        AlgoPackageWriter.write(
                Map.of("algo.yaml", Samples.YAML.getBytes(StandardCharsets.UTF_8), "motion.onnx", new byte[] {1, 2, 3}),
                archive);
        return archive;
    }

    private interface Filling {
        void accept(TarArchiveOutputStream tar) throws IOException;
    }

    private Path tar(Filling filling) throws IOException {
        Path archive = temp.resolve("made.tar");
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(Files.newOutputStream(archive))) {
            filling.accept(tar);
        }
        return archive;
    }

    private static void file(TarArchiveOutputStream tar, String name, byte[] content) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }
}
