package org.computility.runtime.media;

import static org.bytedeco.ffmpeg.global.avutil.AV_FRAME_CROP_UNALIGNED;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGR24;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGB24;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_apply_cropping;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_clone;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.swscale.SWS_FAST_BILINEAR;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getCachedContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.nio.ByteBuffer;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * Turns a decoded frame into pixels at a graph's size, or into a picture at the frame's own size, both as people see it.
 * Reused frame after frame.
 */
public final class FrameScaler implements AutoCloseable {

    // FFmpeg looks at four planes, whatever the format.
    private final PointerPointer<BytePointer> targetPlanes = new PointerPointer<>(4);
    private final IntPointer targetStride = new IntPointer(0, 0, 0, 0);
    private SwsContext toGraph;
    private SwsContext toPicture;
    private ByteBuffer boundBuffer;
    private BytePointer boundPointer;
    private ByteBuffer stored;
    private Orientation orientation;
    private AVFrame frame;

    FrameScaler() {
        targetPlanes.zero();
    }

    FrameScaler of(AVFrame current) {
        this.frame = current;
        this.orientation = Orientation.of(current);
        return this;
    }

    /** Fills the buffer with {@code height × width × 3} bytes RGB, without padding; the shape of the picture is not kept. */
    public void scaleInto(ByteBuffer rgb, int width, int height) throws MediaException {
        if (orientation.equals(Orientation.UPRIGHT)) {
            scaleAsStored(rgb, width, height);
            return;
        }
        if (stored == null || stored.capacity() != rgb.capacity()) {
            stored = ByteBuffer.allocateDirect(rgb.capacity());
        }
        boolean swaps = orientation.swapsSides();
        scaleAsStored(stored, swaps ? height : width, swaps ? width : height);
        orientation.turn(stored, rgb, width, height);
    }

    /** The same with a part of the picture: the rectangle as people see it, at least two pixels wide and high. */
    public void scaleInto(ByteBuffer rgb, int width, int height, Box part) throws MediaException {
        AVFrame whole = frame;
        AVFrame cut = cut(orientation.stored(part));
        try {
            frame = cut;
            scaleInto(rgb, width, height);
        } finally {
            frame = whole;
            av_frame_free(cut);
        }
    }

    /** A view of the frame's own pixels. Edges lie on even pixels, where most formats have their colours. */
    private AVFrame cut(Box stored) throws MediaException {
        int left = Math.max(0, Math.min(even(stored.x() * frame.width()), frame.width() - 2));
        int top = Math.max(0, Math.min(even(stored.y() * frame.height()), frame.height() - 2));
        int right = Math.max(left + 2, even((stored.x() + stored.width()) * frame.width()));
        int bottom = Math.max(top + 2, even((stored.y() + stored.height()) * frame.height()));
        AVFrame view = av_frame_clone(frame);
        if (view == null) {
            throw new MediaException("There is no memory for a part of the picture");
        }
        view.crop_left(left);
        view.crop_top(top);
        view.crop_right(Math.max(0, frame.width() - right));
        view.crop_bottom(Math.max(0, frame.height() - bottom));
        if (av_frame_apply_cropping(view, AV_FRAME_CROP_UNALIGNED) < 0) {
            av_frame_free(view);
            throw new MediaException("The media have a pixel format of which no part can be cut out");
        }
        return view;
    }

    private static int even(double pixels) {
        return 2 * (int) Math.round(pixels / 2);
    }

    @SuppressWarnings("ReferenceEquality") // another buffer, not other bytes
    private void scaleAsStored(ByteBuffer rgb, int width, int height) throws MediaException {
        if (rgb != boundBuffer) {
            boundBuffer = rgb;
            boundPointer = new BytePointer(rgb);
        }
        toGraph = convert(toGraph, width, height, AV_PIX_FMT_RGB24, boundPointer);
    }

    /** The whole frame at its own size. */
    public BufferedImage picture() throws MediaException {
        boolean swaps = orientation.swapsSides();
        int width = swaps ? frame.height() : frame.width();
        int height = swaps ? frame.width() : frame.height();
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        byte[] bytes = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        try (BytePointer pixels = new BytePointer(bytes.length + 64L)) {
            toPicture = convert(toPicture, frame.width(), frame.height(), AV_PIX_FMT_BGR24, pixels);
            pixels.get(bytes);
        }
        if (!orientation.equals(Orientation.UPRIGHT)) {
            orientation.turn(ByteBuffer.wrap(bytes.clone()), ByteBuffer.wrap(bytes), width, height);
        }
        return image;
    }

    private SwsContext convert(SwsContext cached, int width, int height, int pixels, BytePointer target)
            throws MediaException {
        SwsContext context = sws_getCachedContext(
                cached,
                frame.width(),
                frame.height(),
                frame.format(),
                width,
                height,
                pixels,
                SWS_FAST_BILINEAR,
                null,
                null,
                (DoublePointer) null);
        if (context == null || context.isNull()) {
            throw new MediaException("The media have a pixel format that cannot be converted");
        }
        targetPlanes.put(0, target);
        targetStride.put(0, width * 3);
        sws_scale(context, frame.data(), frame.linesize(), 0, frame.height(), targetPlanes, targetStride);
        return context;
    }

    @Override
    public void close() {
        sws_freeContext(toGraph);
        sws_freeContext(toPicture);
        targetPlanes.close();
        targetStride.close();
    }
}
