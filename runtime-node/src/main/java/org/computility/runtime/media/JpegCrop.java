package org.computility.runtime.media;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/**
 * A piece of a picture as JPEG.
 *
 * @param content at most 1 MiB
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record JpegCrop(int width, int height, byte[] content) {

    private static final int LONGEST_SIDE = 640;
    private static final int SHORTEST_SIDE = 32;

    static {
        // No temporary files for pictures of some kilobytes.
        ImageIO.setUseCache(false);
    }

    /** Cuts out the box with a tenth of its size around it, shrunk to 640 pixels where it is larger. */
    public static JpegCrop of(BufferedImage picture, Box box) {
        double margin = 0.1 * Math.max(box.width(), box.height());
        int left = pixel(box.x() - margin, picture.getWidth());
        int top = pixel(box.y() - margin, picture.getHeight());
        int right = pixel(box.x() + box.width() + margin, picture.getWidth());
        int bottom = pixel(box.y() + box.height() + margin, picture.getHeight());
        left = Math.max(0, Math.min(left, picture.getWidth() - SHORTEST_SIDE));
        top = Math.max(0, Math.min(top, picture.getHeight() - SHORTEST_SIDE));
        int width = Math.min(Math.max(right - left, SHORTEST_SIDE), picture.getWidth() - left);
        int height = Math.min(Math.max(bottom - top, SHORTEST_SIDE), picture.getHeight() - top);
        return encode(picture.getSubimage(left, top, width, height));
    }

    private static int pixel(double relative, int extent) {
        return (int) Math.round(Math.max(0, Math.min(1, relative)) * extent);
    }

    private static JpegCrop encode(BufferedImage piece) {
        double scale = Math.min(1, (double) LONGEST_SIDE / Math.max(piece.getWidth(), piece.getHeight()));
        int width = Math.max(1, (int) (piece.getWidth() * scale));
        int height = Math.max(1, (int) (piece.getHeight() * scale));
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(piece, 0, 0, width, height, null);
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpeg", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new JpegCrop(width, height, out.toByteArray());
    }
}
