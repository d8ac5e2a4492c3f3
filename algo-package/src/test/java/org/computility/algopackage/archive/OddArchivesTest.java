package org.computility.algopackage.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.computility.algopackage.AlgoPackage;
import org.computility.algopackage.InvalidPackageException;
import org.computility.algopackage.Samples;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives as tools make them and as attackers do: what can be read can be unpacked, and nothing lands beside its folder. */
class OddArchivesTest {

    private static final byte[] YAML = Samples.YAML.getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path temp;

    private final AlgoPackageArchive archives = new AlgoPackageArchive();

    @AfterEach
    void nothingIsLeftBeside() throws IOException {
        try (Stream<Path> all = Files.walk(temp)) {
            assertThat(all.map(each -> temp.relativize(each).toString()))
                    .allMatch(name -> name.isEmpty() || name.equals("made.tar") || name.startsWith("out"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "./weights/a.bin",
                "weights//a.bin",
                "weights/./a.bin",
                "a b/c d.txt",
                ".hidden",
                "...",
                "..a/b..",
                "a/b/c/d/e/f/g/h/i/j/k/l/m/n/o/p"
            })
    void namesThatStayInThePackageAreUnpackedWhereTheyPoint(String name) throws Exception {
        extract(usual(tar -> file(tar, name, new byte[] {7})));

        assertThat(temp.resolve("out").resolve(name).normalize()).hasBinaryContent(new byte[] {7});
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "..",
                "../x",
                "a/..",
                "a/../x",
                "./../x",
                "/x",
                "//x",
                "\\x",
                "a\\b",
                "c:x",
                "Z:\\x",
                ".",
                "./",
                "",
                "a\u0000b",
                "a\u007fb",
                "a\tb",
                "a/b/c/d/e/f/g/h/i/j/k/l/m/n/o/p/q"
            })
    void namesThatLeaveItOrAreNoneAreRefused(String name) throws Exception {
        EntryNames names = new EntryNames();

        assertThatExceptionOfType(InvalidPackageException.class).isThrownBy(() -> names.accept(name, false));
    }

    @Test
    void aNameLongerThanAFileMayHaveIsRefused() throws Exception {
        for (String longName : List.of("x".repeat(256), "供".repeat(86), "a/" + "x".repeat(254))) {
            assertRefused(usual(tar -> file(tar, longName, new byte[1])));
        }
        extract(usual(tar -> file(tar, "x".repeat(200), new byte[1])));
    }

    @Test
    void aPathInAnExtendedHeaderIsJudgedAsWell() throws Exception {
        for (String name : List.of("../evil", "a/../../evil")) {
            assertRefused(usual(tar -> {
                byte[] record = paxRecord("path=" + name);
                TarArchiveEntry header = new TarArchiveEntry("pax", TarConstants.LF_PAX_EXTENDED_HEADER_LC);
                header.setSize(record.length);
                tar.putArchiveEntry(header);
                tar.write(record);
                tar.closeArchiveEntry();
                file(tar, "harmless", new byte[1]);
            }));
        }
    }

    @ParameterizedTest
    @CsvSource({"a, a/b", "a/b, a", "a/b/c, a/b", "a, a/b/c", "motion.onnx, motion.onnx/x", "x, algo.yaml/x"})
    void aFileIsNoFolder(String first, String second) throws Exception {
        assertRefused(usual(tar -> {
            if (!first.equals("motion.onnx")) {
                file(tar, first, new byte[1]);
            }
            file(tar, second, new byte[1]);
        }));
    }

    @Test
    void aFolderInTheNameOfAFileIsRefused() throws Exception {
        assertRefused(usual(tar -> folder(tar, "motion.onnx/")));
        assertRefused(usual(tar -> {
            folder(tar, "a/");
            file(tar, "a", new byte[1]);
        }));
    }

    @Test
    void foldersMayRepeatAndStandAnywhere() throws Exception {
        extract(usual(tar -> {
            file(tar, "a/b", new byte[1]);
            folder(tar, "a/");
            folder(tar, "./a/");
            folder(tar, "empty/");
        }));

        assertThat(temp.resolve("out/empty")).isEmptyDirectory();
        assertThat(temp.resolve("out/a/b")).exists();
    }

    @Test
    void aSecondDescriptionIsRefusedHoweverItIsSpelt() throws Exception {
        for (String again : List.of("algo.yaml", "./algo.yaml", ".//algo.yaml")) {
            assertRefused(usual(tar -> file(tar, again, YAML)));
        }
        // One in a folder is a file like any other.
        extract(usual(tar -> file(tar, "docs/algo.yaml", new byte[1])));
    }

    @Test
    void aDescriptionHasABoundAndIsUtf8() throws Exception {
        byte[] large = Arrays.copyOf(YAML, AlgoPackage.LONGEST_YAML + 1);
        Arrays.fill(large, YAML.length, large.length, (byte) '\n');
        assertThat(refusal(archive(tar -> file(tar, "algo.yaml", large)))).contains("more than 262144 bytes");

        byte[] latin = Samples.YAML.replace("COMPUTILITY", "\u00e9").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(refusal(archive(tar -> file(tar, "algo.yaml", latin)))).isEqualTo("algo.yaml is not UTF-8");
    }

    @Test
    void entriesAreCountedWhateverTheyAre() throws Exception {
        AlgoPackageArchive few = new AlgoPackageArchive(new ArchiveLimits(5, 1 << 20, 1 << 20, 100));
        for (int more : List.of(3, 4)) {
            for (boolean folders : List.of(true, false)) {
                Path archive = usual(tar -> {
                    for (int i = 0; i < more; i++) {
                        if (folders) {
                            folder(tar, "f" + i + "/");
                        } else {
                            file(tar, "f" + i, new byte[0]);
                        }
                    }
                });
                if (more == 3) {
                    assertThat(few.read(archive).id()).isEqualTo(Samples.ID);
                } else {
                    assertThatExceptionOfType(InvalidPackageException.class).isThrownBy(() -> few.read(archive));
                }
            }
        }
    }

    @Test
    void aSizeThatIsClaimedAndNotThereIsNoReasonToReserveMemory() throws Exception {
        Path archive = usual(tar -> {});
        byte[] bytes = Files.readAllBytes(archive);
        // Of the first entry; the header's checksum is another's business.
        byte[] size = "37777777777".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(size, 0, bytes, 124, size.length);
        Files.write(archive, bytes);

        assertRefused(archive);
    }

    @Test
    void manySmallBombsAreOneLargeOne() throws Exception {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(plain)) {
            file(tar, "algo.yaml", YAML);
            file(tar, "motion.onnx", new byte[1]);
            for (int i = 0; i < 40; i++) {
                file(tar, "zeros-" + i, new byte[1 << 20]);
            }
        }
        Path bomb = temp.resolve("made.tar");
        Files.write(bomb, gzip(plain.toByteArray()));

        assertThat(refusal(bomb)).contains("unfolds to more than 200 times its size");
    }

    @Test
    void anArchiveInAnArchiveIsAFileLikeAnyOther() throws Exception {
        byte[] inner = gzip(new byte[8 << 20]);
        extract(usual(tar -> file(tar, "inner.gz", inner)));
        assertThat(temp.resolve("out/inner.gz")).hasBinaryContent(inner);

        byte[] twice = gzip(gzip(Files.readAllBytes(temp.resolve("made.tar"))));
        Files.write(temp.resolve("made.tar"), twice);
        assertRefused(temp.resolve("made.tar"));
    }

    @Test
    void whatFollowsTheEndOfTheArchiveIsLeftAlone() throws Exception {
        Path archive = usual(tar -> {});
        byte[] bytes = Files.readAllBytes(archive);
        byte[] longer = Arrays.copyOf(bytes, bytes.length + 20_000);
        new Random(1).nextBytes(longer);
        System.arraycopy(bytes, 0, longer, 0, bytes.length);
        Files.write(archive, longer);

        assertThat(archives.read(archive).id()).isEqualTo(Samples.ID);
    }

    @Test
    void aCutOffArchiveIsRefusedOrWholeWhereverItIsCut() throws Exception {
        byte[] bytes = Files.readAllBytes(usual(tar -> file(tar, "x", new byte[3000])));
        for (int length = 0; length < bytes.length; length += 128) {
            Path cut = Files.write(temp.resolve("made.tar"), Arrays.copyOf(bytes, length));
            try {
                assertThat(archives.read(cut).id()).isEqualTo(Samples.ID);
                boolean behindAll = length > 3 * 512 + YAML.length + 3000;
                assertThat(behindAll || length % 512 == 0)
                        .as("cut at %d: between two entries or behind all", length)
                        .isTrue();
            } catch (InvalidPackageException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
    }

    @Test
    void spoiledBytesAreRefusedOrHarmless() throws Exception {
        byte[] plain = Files.readAllBytes(usual(tar -> file(tar, "x/y", new byte[100])));
        Random random = new Random(5);
        for (int i = 0; i < 100; i++) {
            byte[] spoiled = (i % 2 == 0 ? plain : gzip(plain)).clone();
            for (int hit = 0; hit < 3; hit++) {
                spoiled[random.nextInt(Math.min(spoiled.length, 4000))] = (byte) random.nextInt();
            }
            Path archive = Files.write(temp.resolve("made.tar"), spoiled);
            try {
                archives.extract(archive, temp.resolve("out-" + i));
            } catch (InvalidPackageException e) {
                assertThat(e.getMessage()).isNotBlank();
                assertThat(temp.resolve("out-" + i)).doesNotExist();
            }
        }
    }

    @Test
    void anArchiveIsNotUnpackedOverAnother() throws Exception {
        Path archive = usual(tar -> {});
        archives.extract(archive, temp.resolve("out"));
        Files.writeString(temp.resolve("out/note"), "mine");

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> archives.extract(archive, temp.resolve("out")));
        assertThat(temp.resolve("out/note")).hasContent("mine");
    }

    @Test
    void theWriterRefusesWhatThePlatformWould() throws Exception {
        Map<String, byte[]> files = Map.of("algo.yaml", YAML);

        assertThatExceptionOfType(InvalidPackageException.class)
                .isThrownBy(() -> AlgoPackageWriter.write(files, temp.resolve("made.tar")))
                .satisfies(e -> assertThat(e.member()).isEqualTo("Model.File"));
    }

    private interface Filling {
        void accept(TarArchiveOutputStream tar) throws IOException;
    }

    /** A good package and something more. */
    private Path usual(Filling more) throws IOException {
        return archive(tar -> {
            file(tar, "algo.yaml", YAML);
            file(tar, "motion.onnx", new byte[] {1, 2, 3});
            more.accept(tar);
        });
    }

    private Path archive(Filling filling) throws IOException {
        Path archive = temp.resolve("made.tar");
        try (TarArchiveOutputStream tar =
                new TarArchiveOutputStream(Files.newOutputStream(archive), StandardCharsets.UTF_8.name())) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            filling.accept(tar);
        }
        return archive;
    }

    private void extract(Path archive) throws Exception {
        AlgoPackage extracted = archives.extract(archive, temp.resolve("out"));

        assertThat(extracted).isEqualTo(archives.read(archive));
        assertThat(temp.resolve("out/motion.onnx")).hasBinaryContent(new byte[] {1, 2, 3});
    }

    /** By reading and by unpacking. */
    private void assertRefused(Path archive) {
        assertThat(refusal(archive)).isNotBlank();
        assertThatExceptionOfType(InvalidPackageException.class)
                .isThrownBy(() -> archives.extract(archive, temp.resolve("out")));
    }

    private String refusal(Path archive) {
        InvalidPackageException refusal =
                catchThrowableOfType(InvalidPackageException.class, () -> archives.read(archive));
        assertThat(refusal).as("it is refused").isNotNull();
        return refusal.getMessage();
    }

    private static void file(TarArchiveOutputStream tar, String name, byte[] content) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, true);
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }

    private static void folder(TarArchiveOutputStream tar, String name) throws IOException {
        tar.putArchiveEntry(new TarArchiveEntry(name, TarConstants.LF_DIR));
        tar.closeArchiveEntry();
    }

    /** {@code "‹length› key=value\n"}, the length counting itself. */
    private static byte[] paxRecord(String text) {
        int rest = text.length() + 2;
        int length = rest + String.valueOf(rest + 2).length();
        return (length + " " + text + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(zipped)) {
            out.write(content);
        }
        return zipped.toByteArray();
    }
}
