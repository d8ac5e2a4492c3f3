package org.computility.runtime.media;

import static org.bytedeco.ffmpeg.global.avutil.AV_FRAME_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_side_data;

import java.nio.ByteBuffer;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVFrameSideData;
import org.bytedeco.javacpp.IntPointer;

/**
 * How a stored frame must be turned to be seen upright: by quarters, and mirrored or not. A stored point is seen at
 * {@code (a x + c y, b x + d y)}.
 */
record Orientation(int a, int b, int c, int d) {

    static final Orientation UPRIGHT = new Orientation(1, 0, 0, 1);

    private static final int MATRIX = 9;
    private static final int PIXEL = 3;

    /** What the frame's media say: the display matrix of an MP4, the EXIF of a picture, the SEI of a stream. */
    static Orientation of(AVFrame frame) {
        AVFrameSideData told = av_frame_get_side_data(frame, AV_FRAME_DATA_DISPLAYMATRIX);
        if (told == null || told.isNull() || told.size() < MATRIX * Integer.BYTES) {
            return UPRIGHT;
        }
        int[] matrix = new int[MATRIX];
        new IntPointer(told.data()).get(matrix);
        return of(matrix);
    }

    /** The nearest to a display matrix (ISO/IEC 14496-12, 8.3.2), whose scale does not matter. */
    static Orientation of(int[] matrix) {
        long a = matrix[0];
        long b = matrix[1];
        long c = matrix[3];
        long d = matrix[4];
        boolean swaps = Math.abs(b) + Math.abs(c) > Math.abs(a) + Math.abs(d);
        boolean senseless = swaps ? b == 0 || c == 0 : a == 0 || d == 0;
        if (senseless) {
            return UPRIGHT;
        }
        return swaps
                ? new Orientation(0, Long.signum(b), Long.signum(c), 0)
                : new Orientation(Long.signum(a), 0, 0, Long.signum(d));
    }

    /** Where the rectangle that is seen there is stored; both are relative, 0 to 1. */
    Box stored(Box seen) {
        double x = along(a, b, seen.x(), seen.width(), seen.y(), seen.height());
        double y = along(c, d, seen.x(), seen.width(), seen.y(), seen.height());
        return swapsSides() ? new Box(x, y, seen.height(), seen.width()) : new Box(x, y, seen.width(), seen.height());
    }

    /** Exactly one of both signs is not nought; where it is negative, the far edge becomes the near one. */
    private static double along(int ofX, int ofY, double x, double width, double y, double height) {
        double near = ofX != 0 ? x : y;
        double length = ofX != 0 ? width : height;
        return ofX + ofY > 0 ? near : 1 - near - length;
    }

    /** Whether what is stored as width is seen as height. */
    boolean swapsSides() {
        return a == 0;
    }

    /** Fills {@code seen} with {@code width × height} pixels of three bytes, turned. */
    void turn(ByteBuffer stored, ByteBuffer seen, int width, int height) {
        int storedWidth = swapsSides() ? height : width;
        int storedHeight = swapsSides() ? width : height;
        int first = (b + a < 0 ? storedWidth - 1 : 0) + (c + d < 0 ? (storedHeight - 1) * storedWidth : 0);
        int right = a + c * storedWidth;
        int down = b + d * storedWidth;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                seen.put((y * width + x) * PIXEL, stored, (first + x * right + y * down) * PIXEL, PIXEL);
            }
        }
    }
}
