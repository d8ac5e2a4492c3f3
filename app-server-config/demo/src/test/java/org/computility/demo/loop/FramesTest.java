package org.computility.demo.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;
import org.computility.demo.truth.ThingTruth;
import org.computility.runtime.media.Box;
import org.computility.runtime.media.synthetic.Scene;
import org.computility.runtime.media.synthetic.SyntheticVideo;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FramesTest {

    private static final Scene SCENE = new Scene(
            "standing",
            2,
            2,
            List.of(),
            List.of(new Scene.Thing(
                    0, 1, new Box(0.4, 0.4, 0.08, 0.12), new Box(0.4, 0.4, 0.08, 0.12), new Color(235, 235, 235))));

    @TempDir
    static Path folder;

    private static List<Frames.Piece> pieces;

    @BeforeAll
    static void cut() throws Exception {
        SyntheticVideo.write(folder.resolve("standing.mp4"), SCENE, 640, 360);
        pieces = Frames.of(folder.resolve("standing.mp4"), SCENE);
    }

    @Test
    void piecesShowWhatTheirLabelSays() throws Exception {
        assertThat(pieces)
                .extracting(Frames.Piece::label)
                .contains(ThingTruth.THING, ThingTruth.NOTHING)
                .containsOnly(ThingTruth.THING, ThingTruth.NOTHING);
        for (Frames.Piece piece : pieces) {
            assertThat(brightPixels(piece) > 20)
                    .as(piece.label())
                    .isEqualTo(piece.label().equals(ThingTruth.THING));
        }
    }

    @Test
    void theSameClipGivesTheSamePieces() throws Exception {
        List<Frames.Piece> again = Frames.of(folder.resolve("standing.mp4"), SCENE);

        assertThat(again).hasSameSizeAs(pieces);
        for (int i = 0; i < again.size(); i++) {
            assertThat(again.get(i).png()).isEqualTo(pieces.get(i).png());
        }
    }

    @Test
    void theArchiveHasAFolderForEachLabel() throws Exception {
        Path archive = Frames.archive(folder.resolve("frames.zip"), pieces, pieces.subList(0, 1));

        try (ZipFile zip = new ZipFile(archive.toFile())) {
            assertThat(zip.size()).isEqualTo(pieces.size() + 1);
            assertThat(zip.getEntry("test/" + pieces.get(0).label() + "/0.png")).isNotNull();
            assertThat(zip.getEntry("train/" + pieces.get(1).label() + "/1.png"))
                    .isNotNull();
        }
    }

    private static long brightPixels(Frames.Piece piece) throws Exception {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(piece.png()));
        assertThat(image.getWidth()).isEqualTo(Frames.SIDE);
        long bright = 0;
        for (int i = 0; i < Frames.SIDE * Frames.SIDE; i++) {
            bright += (image.getRGB(i % Frames.SIDE, Math.floorDiv(i, Frames.SIDE)) & 0xff) > 180 ? 1 : 0;
        }
        return bright;
    }
}
