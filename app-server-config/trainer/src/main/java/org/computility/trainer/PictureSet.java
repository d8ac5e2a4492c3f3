package org.computility.trainer;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;

/**
 * Pictures to learn from, and others to be examined with. They lie in a ZIP archive: {@code train/‹label›/‹name›.png} and {@code
 * test/‹label›/‹name›.png}, all of one size.
 */
record PictureSet(List<Picture> train, List<Picture> test) {

    private static final Pattern ENTRY = Pattern.compile("(train|test)/([A-Za-z0-9_-]{1,64})/[^/]+\\.png");
    private static final int RGB_BITS = 8;

    PictureSet {
        train = List.copyOf(train);
        test = List.copyOf(test);
    }

    /** @throws IOException where the archive holds anything else */
    static PictureSet read(Path archive) throws IOException {
        List<Picture> train = new ArrayList<>();
        List<Picture> test = new ArrayList<>();
        try (InputStream file = Files.newInputStream(archive);
                ZipInputStream zip = new ZipInputStream(file)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory()) {
                    Matcher name = ENTRY.matcher(entry.getName());
                    check(name.matches(), entry.getName() + " is neither train/‹label›/‹name›.png nor test/…");
                    (name.group(1).equals("train") ? train : test).add(picture(entry.getName(), name.group(2), zip));
                }
            }
        }
        PictureSet read = new PictureSet(train, test);
        read.check();
        return read;
    }

    private void check() throws IOException {
        check(!train.isEmpty() && !test.isEmpty(), "There is nothing to learn from, or nothing to be examined with");
        check(train.stream().map(Picture::label).distinct().count() > 1, "There is only one label to learn");
        Picture first = train.get(0);
        for (List<Picture> each : List.of(train, test)) {
            check(
                    each.stream().allMatch(p -> p.width() == first.width() && p.height() == first.height()),
                    "Not all pictures are of one size");
        }
    }

    private static Picture picture(String name, String label, InputStream in) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(in.readAllBytes()));
        check(image != null, name + " is no picture");
        byte[] rgb = new byte[image.getWidth() * image.getHeight() * 3];
        int at = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int pixel = image.getRGB(x, y);
                rgb[at++] = (byte) (pixel >> (2 * RGB_BITS));
                rgb[at++] = (byte) (pixel >> RGB_BITS);
                rgb[at++] = (byte) pixel;
            }
        }
        return new Picture(label, image.getWidth(), image.getHeight(), rgb);
    }

    private static void check(boolean right, String wrong) throws IOException {
        if (!right) {
            throw new IOException(wrong);
        }
    }
}
