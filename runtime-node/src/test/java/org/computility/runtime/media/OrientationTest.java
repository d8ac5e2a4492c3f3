package org.computility.runtime.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.computility.runtime.media.synthetic.Scene;
import org.computility.runtime.media.synthetic.SyntheticVideo;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures and videos that are stored otherwise than people see them. */
class OrientationTest {

    private static final int WIDTH = 320;
    private static final int HEIGHT = 160;
    private static final int BRIGHT = 150;
    private static final int ONE = 1 << 16;

    /** JPEG's APP1 segment (Exif 2.3) with nothing but an orientation. */
    private static final byte[] EXIF = {
        (byte) 0xff,
        (byte) 0xe1,
        0,
        34,
        'E',
        'x',
        'i',
        'f',
        0,
        0,
        'M',
        'M',
        0,
        42,
        0,
        0,
        0,
        8,
        0,
        1,
        1,
        0x12,
        0,
        3,
        0,
        0,
        0,
        1,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0
    };

    private static final int ORIENTATION = 29;

    @TempDir
    static Path temp;

    private static byte[] jpeg;
    private static byte[] mp4;

    /** Red above on the left and blue above on the right, as it is stored. */
    @BeforeAll
    static void draw() throws Exception {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, WIDTH / 2, HEIGHT / 2);
        graphics.setColor(Color.BLUE);
        graphics.fillRect(WIDTH / 2, 0, WIDTH / 2, HEIGHT / 2);
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", out);
        jpeg = out.toByteArray();
        List<Scene.Thing> things = List.of(
                new Scene.Thing(0, 1, new Box(0, 0, 0.5, 0.5), new Box(0, 0, 0.5, 0.5), Color.RED),
                new Scene.Thing(0, 1, new Box(0.5, 0, 0.5, 0.5), new Box(0.5, 0, 0.5, 0.5), Color.BLUE));
        SyntheticVideo.write(temp.resolve("turned.mp4"), new Scene("turned", 1, 2, List.of(), things), WIDTH, HEIGHT);
        mp4 = Files.readAllBytes(temp.resolve("turned.mp4"));
    }

    @ParameterizedTest
    @CsvSource({
        "1, red above left, blue above right",
        "2, red above right, blue above left",
        "3, red below right, blue below left",
        "4, red below left, blue below right",
        "5, red above left, blue below left",
        "6, red above right, blue below right",
        "7, red below right, blue above right",
        "8, red below left, blue above left"
    })
    void aPictureIsSeenAsItsExifSays(int orientation, String red, String blue) throws Exception {
        byte[] exif = EXIF.clone();
        exif[ORIENTATION] = (byte) orientation;
        ByteBuffer turned = ByteBuffer.allocate(jpeg.length + exif.length);
        turned.put(jpeg, 0, 2).put(exif).put(jpeg, 2, jpeg.length - 2);

        check(Files.write(temp.resolve("turned.jpg"), turned.array()), orientation > 4, red, blue);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0, 0, 1, red above left, blue above right",
        "0, 1, -1, 0, red above right, blue below right",
        "-1, 0, 0, -1, red below right, blue below left",
        "0, -1, 1, 0, red below left, blue above left",
        "-1, 0, 0, 1, red above right, blue above left"
    })
    void aVideoIsSeenAsItsDisplayMatrixSays(int a, int b, int c, int d, String red, String blue) throws Exception {
        byte[] turned = mp4.clone();
        ByteBuffer matrix = ByteBuffer.wrap(turned);
        matrix.position(new String(turned, StandardCharsets.ISO_8859_1).indexOf("tkhd") + 44);
        matrix.putInt(a * ONE).putInt(b * ONE).putInt(0).putInt(c * ONE).putInt(d * ONE);

        check(Files.write(temp.resolve("turned.mp4"), turned), b != 0, red, blue);
    }

    @Test
    void aCameraThatHangsAslantIsSeenAsTheNearestQuarterTurnShowsIt() {
        assertThat(Orientation.of(new int[] {20, 80, 0, -80, 20, 0, 0, 0, 1}))
                .isEqualTo(Orientation.of(new int[] {0, 1, 0, -1, 0, 0, 0, 0, 1}));
        assertThat(Orientation.of(new int[9])).as("senseless").isEqualTo(Orientation.UPRIGHT);
    }

    private static void check(Path file, boolean swapped, String red, String blue) throws Exception {
        int width = swapped ? HEIGHT : WIDTH;
        int height = swapped ? WIDTH : HEIGHT;
        MediaPolicy.Address address = new MediaPolicy(temp).check(file.toUri().toString());
        try (VideoSource source = VideoSource.open(address, MediaClock.recorded(), () -> false)) {
            assertThat(source.read()).isTrue();
            BufferedImage picture = source.scaler().picture();
            assertThat(picture.getWidth()).isEqualTo(width);
            assertThat(picture.getHeight()).isEqualTo(height);
            ByteBuffer small = ByteBuffer.allocateDirect(16 * 12 * 3);
            source.scaler().scaleInto(small, 16, 12);
            for (String place : List.of("above left", "above right", "below left", "below right")) {
                double x = place.endsWith("left") ? 0.25 : 0.75;
                double y = place.startsWith("above") ? 0.25 : 0.75;
                String colour = red.endsWith(place) ? "red" : blue.endsWith(place) ? "blue" : "dark";
                assertThat(colour(picture.getRGB((int) (x * width), (int) (y * height))))
                        .as("picture, %s", place)
                        .isEqualTo(colour);
                int at = ((int) (y * 12) * 16 + (int) (x * 16)) * 3;
                int rgb = (small.get(at) & 0xff) << 16 | (small.get(at + 1) & 0xff) << 8 | small.get(at + 2) & 0xff;
                assertThat(colour(rgb)).as("small, %s", place).isEqualTo(colour);
                Box quarter = new Box(x - 0.2, y - 0.2, 0.4, 0.4);
                assertThat(cut(source.scaler(), quarter))
                        .as("cut out, %s", place)
                        .containsOnly(colour);
            }
        }
    }

    /** The colours of all pixels of a part. */
    private static Set<String> cut(FrameScaler scaler, Box part) throws MediaException {
        ByteBuffer pixels = ByteBuffer.allocateDirect(16 * 12 * 3);
        scaler.scaleInto(pixels, 16, 12, part);
        Set<String> colours = new HashSet<>();
        for (int at = 0; at < pixels.capacity(); at += 3) {
            colours.add(colour(
                    (pixels.get(at) & 0xff) << 16 | (pixels.get(at + 1) & 0xff) << 8 | pixels.get(at + 2) & 0xff));
        }
        return colours;
    }

    private static String colour(int rgb) {
        return (rgb >> 16 & 0xff) > BRIGHT ? "red" : (rgb & 0xff) > BRIGHT ? "blue" : "dark";
    }
}
