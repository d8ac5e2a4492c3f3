package org.computility.runtime.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The picture that goes with a result: what it shows and how large it is. */
class JpegCropTest {

    private static final BufferedImage PICTURE = picture(1280, 720);

    @ParameterizedTest
    @CsvSource({
        "0, 0, 1, 1, 640, 360", // the whole, shrunk
        "0.4, 0.4, 0.1, 0.1, 154, 86", // a tenth of the larger side around it
        "0.5, 0.5, 0, 0, 32, 32", // a point
        "0, 0, 0, 0, 32, 32",
        "1, 1, 0, 0, 32, 32",
        "0.99, 0.99, 0.01, 0.01, 32, 32",
        "0, 0.4, 1, 0.01, 640, 76", // a line across
        "-0.5, -0.5, 3, 3, 640, 360" // beyond the picture
    })
    void itIsTheBoxWithSomeSurroundingsAndNeitherTinyNorHuge(
            double x, double y, double width, double height, int pixelsWide, int pixelsHigh) throws IOException {
        JpegCrop crop = JpegCrop.of(PICTURE, new Box(x, y, width, height));

        BufferedImage shown = read(crop);
        assertThat(crop.width()).isEqualTo(shown.getWidth()).isBetween(pixelsWide - 1, pixelsWide + 1);
        assertThat(crop.height()).isEqualTo(shown.getHeight()).isBetween(pixelsHigh - 1, pixelsHigh + 1);
    }

    @Test
    void itShowsWhatIsInTheBox() throws IOException {
        BufferedImage picture = picture(640, 360);
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(320, 180, 64, 36);
        graphics.dispose();

        BufferedImage shown = read(JpegCrop.of(picture, new Box(0.5, 0.5, 0.1, 0.1)));

        Color middle = new Color(shown.getRGB(shown.getWidth() / 2, shown.getHeight() / 2));
        assertThat(middle.getRed()).isGreaterThan(200);
        assertThat(middle.getGreen()).isLessThan(60);
        Color corner = new Color(shown.getRGB(1, 1));
        assertThat(corner.getRed()).as("the margin").isLessThan(150);
    }

    @ParameterizedTest
    @CsvSource({"16, 16", "40, 8", "1, 1", "8, 4000", "4000, 8"})
    void aPictureSmallerThanTheSmallestPieceIsShownAsItIs(int width, int height) throws IOException {
        JpegCrop crop = JpegCrop.of(picture(width, height), new Box(0, 0, 1, 1));

        BufferedImage shown = read(crop);
        assertThat(shown.getWidth()).isPositive().isLessThanOrEqualTo(640);
        assertThat(shown.getHeight()).isPositive().isLessThanOrEqualTo(640);
    }

    @Test
    void evenNoiseStaysBelowOneMebibyte() {
        BufferedImage noise = new BufferedImage(4000, 4000, BufferedImage.TYPE_3BYTE_BGR);
        Random random = new Random(1);
        for (int y = 0; y < 4000; y++) {
            for (int x = 0; x < 4000; x++) {
                noise.setRGB(x, y, random.nextInt());
            }
        }
        assertThat(JpegCrop.of(noise, new Box(0, 0, 1, 1)).content()).hasSizeLessThan(1 << 20);
    }

    private static BufferedImage picture(int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(Color.GRAY);
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        return picture;
    }

    private static BufferedImage read(JpegCrop crop) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(crop.content()));
    }
}
