package org.computility.runtime.media.synthetic;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.computility.runtime.media.Box;

/** Draws scenes and writes them as H.264 in MP4 or MPEG-TS, as the file is named, 1280 × 720 at 25 frames a second, 2 Mbit/s, a key frame every second. */
public final class SyntheticVideo {

    /** Frames a second. */
    public static final int RATE = 25;

    /** Pixels. */
    public static final int WIDTH = 1280;

    /** Pixels. */
    public static final int HEIGHT = 720;

    private SyntheticVideo() {}

    /** Writes the scene's clip; an existing file is replaced. */
    public static void write(Path file, Scene scene) throws IOException {
        write(file, scene, WIDTH, HEIGHT);
    }

    /** The same at a size of its own, even numbers of pixels. */
    public static void write(Path file, Scene scene, int width, int height) throws IOException {
        Path part = file.resolveSibling("part-" + file.getFileName());
        try (VideoWriter writer = new VideoWriter(part, width, height, RATE)) {
            BufferedImage background = background(scene, width, height);
            BufferedImage frame = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
            for (int i = 0; i < scene.seconds() * RATE; i++) {
                draw(frame, background, scene, (double) i / RATE);
                writer.write(frame, scene.noise());
            }
        }
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Writes {@code <name>.mp4} for each scene into the folder, leaving alone what is there already. */
    public static void writeAll(Path folder, List<Scene> scenes) throws IOException {
        Files.createDirectories(folder);
        for (Scene scene : scenes) {
            Path file = folder.resolve(scene.name() + ".mp4");
            if (!Files.exists(file)) {
                write(file, scene);
            }
        }
    }

    /** The picture at that second of the scene, without noise. */
    public static BufferedImage picture(Scene scene, double second) {
        BufferedImage frame = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        draw(frame, background(scene, WIDTH, HEIGHT), scene, second);
        return frame;
    }

    private static BufferedImage background(Scene scene, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = image.createGraphics();
        for (int y = 0; y < height; y += 40) {
            for (int x = 0; x < width; x += 40) {
                // Grays and greens in a fixed pattern: texture, but nothing brown.
                int tone = 90 + (x * 7 + y * 13) / 40 % 40;
                graphics.setColor(new Color(tone - 10, tone + 10, tone - 5));
                graphics.fillRect(x, y, 40, 40);
            }
        }
        for (Scene.Patch patch : scene.patches()) {
            fill(graphics, image, patch.box(), patch.color());
        }
        graphics.dispose();
        return image;
    }

    private static void draw(BufferedImage frame, BufferedImage background, Scene scene, double second) {
        Graphics2D graphics = frame.createGraphics();
        graphics.drawImage(background, 0, 0, null);
        // Without anti-aliasing a slow thing would move in jumps of whole pixels.
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        for (Scene.Thing thing : scene.things()) {
            thing.at(second).ifPresent(box -> fill(graphics, frame, box, thing.color()));
        }
        graphics.dispose();
    }

    private static void fill(Graphics2D graphics, BufferedImage image, Box box, Color color) {
        graphics.setColor(color);
        graphics.fill(new Rectangle2D.Double(
                box.x() * image.getWidth(),
                box.y() * image.getHeight(),
                box.width() * image.getWidth(),
                box.height() * image.getHeight()));
    }
}
