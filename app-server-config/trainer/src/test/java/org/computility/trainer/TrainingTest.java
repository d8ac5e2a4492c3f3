package org.computility.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainingTest {

    @TempDir
    Path folder;

    @Test
    void leavesTheGraphItsClassesAndTheExamination() throws Exception {
        ByteArrayOutputStream said = new ByteArrayOutputStream();

        Training.run(archive(80, 20), folder, new PrintStream(said, true, StandardCharsets.UTF_8));

        assertThat(folder.resolve(Training.GRAPH)).isNotEmptyFile();
        assertThat(Files.readAllLines(folder.resolve(Training.CLASSES))).containsExactlyInAnyOrder("red", "green");
        assertThat(folder.resolve(Training.EXAMINATION))
                .content()
                .contains("\"learned\":80,\"examined\":20,\"accuracy\":1.000000");
        assertThat(said.toString(StandardCharsets.UTF_8))
                .startsWith("80 pictures to learn from, 20 to be examined with, 8 x 6 pixels")
                .contains("red: 10 of 10 told rightly", "green: 10 of 10 told rightly", "accuracy 1.0000");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            train/red/a.png  | train/red/b.png   | nothing to be examined with
            train/red/a.png  | test/red/b.png    | only one label
            train/red/a.txt  | test/red/b.png    | train/red/a.txt is neither
            train/../a.png   | test/red/b.png    | train/../a.png is neither
            """)
    void refusesAnotherArchive(String first, String second, String reason) throws Exception {
        byte[] png = Toys.png(Toys.pictures(1, 1, 2).get(0));
        Path archive = Toys.zip(folder.resolve("odd.zip"), Map.of(first, png, second, png));

        assertThatThrownBy(() -> PictureSet.read(archive))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void refusesWhatIsNoPictureAndPicturesOfSeveralSizes() throws Exception {
        byte[] png = Toys.png(Toys.pictures(1, 1, 2).get(0));
        byte[] small = Toys.png(new Picture("red", 1, 1, new byte[3]));
        Path text = Toys.zip(folder.resolve("text.zip"), Map.of("train/red/a.png", new byte[] {1, 2}));
        Path sizes = Toys.zip(
                folder.resolve("sizes.zip"),
                Map.of("train/red/a.png", png, "train/green/a.png", png, "test/red/a.png", small));

        assertThatThrownBy(() -> PictureSet.read(text)).hasMessage("train/red/a.png is no picture");
        assertThatThrownBy(() -> PictureSet.read(sizes)).hasMessage("Not all pictures are of one size");
    }

    @Test
    void readsTheVeryPixels() throws Exception {
        PictureSet read = PictureSet.read(archive(6, 2));

        List<Picture> drawn = Toys.pictures(6, 1, 2);
        for (int i = 0; i < 6; i++) {
            assertThat(read.train().get(i).rgb()).isEqualTo(drawn.get(i).rgb());
            assertThat(read.train().get(i).label()).isEqualTo(drawn.get(i).label());
        }
    }

    private Path archive(int train, int test) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        add(entries, "train", Toys.pictures(train, 1, 2));
        add(entries, "test", Toys.pictures(test, 2, 2));
        return Toys.zip(folder.resolve("pictures.zip"), entries);
    }

    private static void add(Map<String, byte[]> entries, String part, List<Picture> pictures) throws IOException {
        for (Picture each : pictures) {
            entries.put(part + "/" + each.label() + "/" + entries.size() + ".png", Toys.png(each));
        }
    }
}
