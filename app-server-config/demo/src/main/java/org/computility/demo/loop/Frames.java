package org.computility.demo.loop;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.computility.demo.truth.ThingTruth;
import org.computility.runtime.media.Box;
import org.computility.runtime.media.FrameScaler;
import org.computility.runtime.media.MediaClock;
import org.computility.runtime.media.MediaException;
import org.computility.runtime.media.MediaPolicy;
import org.computility.runtime.media.VideoSource;
import org.computility.runtime.media.synthetic.Scene;

/**
 * Pieces of a clip's frames, each with what it shows. They are cut as a node cuts the areas of a task: what was learned from them
 * holds there. The same clip gives the same pieces.
 */
public final class Frames {

    /** Pixels of a piece, both ways. */
    public static final int SIDE = 16;

    private static final double WIDTH = 0.12;
    private static final double HEIGHT = 0.18;

    /** Every so many frames are cut from. */
    private static final int EVERY = 3;

    private static final int AROUND_A_THING = 3;
    private static final int ANYWHERE = 3;

    private Frames() {}

    /** A piece as PNG. */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    public record Piece(String label, byte[] png) {}

    /** A piece's rectangle around a point. */
    public static Box around(double x, double y) {
        double left = Math.max(0, Math.min(1 - WIDTH, x - WIDTH / 2));
        double top = Math.max(0, Math.min(1 - HEIGHT, y - HEIGHT / 2));
        return new Box(left, top, WIDTH, HEIGHT);
    }

    /** Cuts pieces out of a scene's clip. */
    public static List<Piece> of(Path clip, Scene scene) throws IOException {
        Random random = new Random(scene.name().hashCode());
        List<Piece> pieces = new ArrayList<>();
        try (VideoSource source = VideoSource.open(
                new MediaPolicy(clip.getParent()).check(clip.toUri().toString()),
                MediaClock.recorded(),
                Thread.currentThread()::isInterrupted)) {
            for (int frame = 0; source.read(); frame++) {
                if (frame % EVERY == 0) {
                    for (Box part : parts(scene, source.mediaTime(), random)) {
                        String label = ThingTruth.shown(scene, part, source.mediaTime())
                                .orElse(null);
                        if (label != null) {
                            pieces.add(new Piece(label, png(source.scaler(), part)));
                        }
                    }
                }
            }
        } catch (MediaException e) {
            throw new IOException("The frames of " + scene.name() + " cannot be cut: " + e.getMessage(), e);
        }
        return pieces;
    }

    /** Writes a data set: {@code train/‹label›/‹number›.png} and {@code test/‹label›/‹number›.png}. */
    public static Path archive(Path file, List<Piece> train, List<Piece> test) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            add(zip, "train", train);
            add(zip, "test", test);
        }
        return file;
    }

    private static void add(ZipOutputStream zip, String part, List<Piece> pieces) throws IOException {
        for (int i = 0; i < pieces.size(); i++) {
            zip.putNextEntry(new ZipEntry(part + "/" + pieces.get(i).label() + "/" + i + ".png"));
            zip.write(pieces.get(i).png());
        }
    }

    private static List<Box> parts(Scene scene, double second, Random random) {
        List<Box> parts = new ArrayList<>();
        for (Box thing : scene.boxesAt(second)) {
            for (int i = 0; i < AROUND_A_THING; i++) {
                parts.add(around(
                        thing.x() + thing.width() * random.nextDouble(),
                        thing.y() + thing.height() * random.nextDouble()));
            }
        }
        for (int i = 0; i < ANYWHERE; i++) {
            parts.add(around(random.nextDouble(), random.nextDouble()));
        }
        return parts;
    }

    private static byte[] png(FrameScaler scaler, Box part) throws IOException, MediaException {
        ByteBuffer rgb = ByteBuffer.allocateDirect(SIDE * SIDE * 3);
        scaler.scaleInto(rgb, SIDE, SIDE, part);
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < SIDE * SIDE; i++) {
            int pixel = (rgb.get(3 * i) & 0xff) << 16 | (rgb.get(3 * i + 1) & 0xff) << 8 | rgb.get(3 * i + 2) & 0xff;
            image.setRGB(i % SIDE, Math.floorDiv(i, SIDE), pixel);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }
}
