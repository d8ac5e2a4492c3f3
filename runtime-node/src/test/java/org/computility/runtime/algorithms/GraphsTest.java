package org.computility.runtime.algorithms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Rectangle;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.computility.algopackage.AlgoPackage;
import org.computility.algopackage.archive.AlgoPackageArchive;
import org.computility.runtime.inference.AcceleratorChoice;
import org.computility.runtime.inference.Graph;
import org.computility.runtime.inference.StreamInference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What both graphs see in pictures that are painted pixel by pixel: where, how much, and from which difference on. */
class GraphsTest {

    private static final int CELL = Graphs.WIDTH / Graphs.COLUMNS;
    private static final Rectangle WHOLE = new Rectangle(0, 0, Graphs.WIDTH, Graphs.HEIGHT);
    private static final int[] SOIL = {139, 101, 60};
    private static final int[] GRASS = {60, 120, 50};

    @TempDir
    static Path temp;

    private static Graph motion;
    private static Graph soil;

    @BeforeAll
    static void build() throws Exception {
        BuildAlgorithms.main(temp.resolve("one").toString(), temp.resolve("two").toString());
        motion = load("motion-in-area");
        soil = load("bare-soil-share");
    }

    @AfterAll
    static void free() {
        motion.close();
        soil.close();
    }

    @Test
    void theSameSourceGivesTheSameBytes() throws Exception {
        for (String name : List.of("motion-in-area.tar", "bare-soil-share.tar")) {
            assertThat(temp.resolve("one").resolve(name))
                    .hasSameBinaryContentAs(temp.resolve("two").resolve(name));
        }
    }

    @Test
    void whatStandsStillDoesNotMoveWhateverItLooksLike() throws Exception {
        try (StreamInference stream = motion.openStream()) {
            for (int i = 0; i < 3; i++) {
                paint(stream, WHOLE, 90, 91, 92);
                paint(stream, cell(3, 2), 255, 255, 255);
                float[] cells = stream.run();
                if (i > 0) {
                    assertThat(cells).containsOnly(0);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "15, 0", "0, 8", "15, 8", "7, 4"})
    void aCellThatChangesLightsUpWhereItIs(int column, int row) throws Exception {
        float[] cells = change(cell(column, row), 90, 160);

        assertThat(cells[row * Graphs.COLUMNS + column]).isEqualTo(1);
        for (int i = 0; i < cells.length; i++) {
            int away = Math.max(Math.abs(i % Graphs.COLUMNS - column), Math.abs(i / Graphs.COLUMNS - row));
            if (away > 1) {
                assertThat(cells[i]).as("cell %d", i).isZero();
            } else if (away == 1) {
                assertThat(cells[i]).as("one block grown into cell %d", i).isBetween(0f, 0.15f);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"90, 100, 0", "90, 102, 1", "102, 90, 1", "100, 90, 0", "0, 255, 1"})
    void brightnessChangesByMoreThanTenOfItsRange(int before, int after, float share) throws Exception {
        assertThat(change(WHOLE, before, after)).containsOnly(share);
    }

    @Test
    void colourWithoutBrightnessIsNoMovement() throws Exception {
        try (StreamInference stream = motion.openStream()) {
            paint(stream, WHOLE, 100, 100, 100);
            stream.run();
            // The same luma: 0.299 r + 0.587 g + 0.114 b.
            paint(stream, WHOLE, 200, 49, 100);

            assertThat(stream.run()).containsOnly(0);
        }
    }

    @Test
    void aPixelOfNoiseIsAveragedAway() throws Exception {
        assertThat(change(new Rectangle(100, 100, 1, 1), 90, 230)).containsOnly(0);
    }

    @Test
    void bareSoilCoversTheCellsThatItCovers() throws Exception {
        float[] cells = look(new Rectangle(0, 0, 4 * CELL + CELL / 2, Graphs.HEIGHT), SOIL);

        for (int row = 0; row < Graphs.ROWS; row++) {
            float[] line = Arrays.copyOfRange(cells, row * Graphs.COLUMNS, (row + 1) * Graphs.COLUMNS);
            assertThat(Arrays.copyOf(line, 4)).containsOnly(1);
            assertThat(line[4]).isCloseTo(0.5f, within(0.06f));
            assertThat(Arrays.copyOfRange(line, 5, line.length)).containsOnly(0);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "139, 101, 60, 1", // SOIL itself
        "60, 120, 50, 0", // grass
        "120, 120, 120, 0", // gray
        "30, 20, 10, 0", // too dark
        "250, 220, 190, 0", // sand in bright light: nearly white
        "60, 101, 139, 0", // the other way round: blue
        "139, 130, 60, 0", // red hardly above green
        "139, 101, 95, 0", // green hardly above blue
        "180, 140, 90, 1"
    })
    void brownIsRedAboveGreenAboveBlue(int red, int green, int blue, float share) throws Exception {
        assertThat(look(WHOLE, red, green, blue)).containsOnly(share);
    }

    @Test
    void bareSoilHasNoMemory() throws Exception {
        try (StreamInference stream = soil.openStream()) {
            paint(stream, WHOLE, SOIL);
            assertThat(stream.run()).containsOnly(1);
            paint(stream, WHOLE, GRASS);
            assertThat(stream.run()).containsOnly(0);
        }
    }

    /** Motion between a gray picture and one with the brightness changed in a part. */
    private static float[] change(Rectangle part, int before, int after) throws Exception {
        try (StreamInference stream = motion.openStream()) {
            paint(stream, WHOLE, before, before, before);
            stream.run();
            paint(stream, part, after, after, after);
            return stream.run().clone();
        }
    }

    /** Bare soil in a picture of grass with a part of that colour. */
    private static float[] look(Rectangle part, int... colour) throws Exception {
        try (StreamInference stream = soil.openStream()) {
            paint(stream, WHOLE, GRASS);
            paint(stream, part, colour);
            return stream.run().clone();
        }
    }

    private static Rectangle cell(int column, int row) {
        return new Rectangle(column * CELL, row * CELL, CELL, CELL);
    }

    private static void paint(StreamInference stream, Rectangle part, int... colour) {
        ByteBuffer frame = stream.frame();
        for (int y = part.y; y < part.y + part.height; y++) {
            for (int x = part.x; x < part.x + part.width; x++) {
                for (int i = 0; i < 3; i++) {
                    frame.put((y * Graphs.WIDTH + x) * 3 + i, (byte) colour[i]);
                }
            }
        }
    }

    private static Graph load(String name) throws Exception {
        Path folder = temp.resolve(name);
        AlgoPackage unpacked =
                new AlgoPackageArchive().extract(temp.resolve("one").resolve(name + ".tar"), folder);
        return Graph.load(folder, unpacked.capabilities().get(0).model(), AcceleratorChoice.CPU);
    }
}
