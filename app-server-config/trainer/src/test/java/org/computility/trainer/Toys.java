package org.computility.trainer;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Small pictures: noise, in which one colour is stronger than the others. */
final class Toys {

    static final int WIDTH = 8;
    static final int HEIGHT = 6;
    static final List<String> COLOURS = List.of("red", "green", "blue");

    private Toys() {}

    static List<Picture> pictures(int count, long seed, int colours) {
        Random random = new Random(seed);
        List<Picture> pictures = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int colour = i % colours;
            byte[] rgb = new byte[WIDTH * HEIGHT * 3];
            for (int at = 0; at < rgb.length; at++) {
                rgb[at] = (byte) (random.nextInt(180) + (at % 3 == colour ? 60 : 0));
            }
            pictures.add(new Picture(COLOURS.get(colour), WIDTH, HEIGHT, rgb));
        }
        return pictures;
    }

    static byte[] png(Picture picture) throws IOException {
        BufferedImage image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < picture.width() * picture.height(); i++) {
            byte[] rgb = picture.rgb();
            int pixel = (rgb[3 * i] & 0xff) << 16 | (rgb[3 * i + 1] & 0xff) << 8 | rgb[3 * i + 2] & 0xff;
            image.setRGB(i % picture.width(), Math.floorDiv(i, picture.width()), pixel);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    static Path zip(Path file, Map<String, byte[]> entries) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> each : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue());
            }
        }
        return file;
    }
}
