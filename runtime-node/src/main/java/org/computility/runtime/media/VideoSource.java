package org.computility.runtime.media;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_FATAL;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;

import java.util.function.BooleanSupplier;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;

/**
 * One opened stream, file or image, decoded frame by frame. Every wait is bounded, and ends when the task does. Not
 * thread-safe; must be closed.
 */
public final class VideoSource implements AutoCloseable {

    private static final int EAGAIN = -11;
    private static final int GARBAGE_LIMIT = 500;
    /** FFmpeg's AV_FRAME_FLAG_CORRUPT, which the binding leaves out. */
    private static final int CORRUPT = 1;

    /** A frame that took longer than this to come was not there yet; a frame that is there takes far less. */
    private static final long WAITED = 5_000_000;

    private static final long LARGEST_PICTURE = 64L << 20;

    static {
        av_log_set_level(AV_LOG_FATAL);
    }

    private final MediaInput input;
    private final AVPacket packet = av_packet_alloc();
    private final AVFrame frame = av_frame_alloc();
    private final FrameScaler scaler = new FrameScaler();
    private AVCodecContext decoder;
    private final MediaClock clock;
    private AVRational timeBase;
    private long firstStamp = AV_NOPTS_VALUE;
    private boolean draining;
    private int undecodable;
    private boolean waitedForFrame;

    private VideoSource(MediaInput input, MediaClock clock) {
        this.input = input;
        this.clock = clock;
    }

    /**
     * Connects and finds the video.
     *
     * @param clock a new one
     * @param ended asked while waiting; once true, waits end with an exception
     */
    public static VideoSource open(MediaPolicy.Address address, MediaClock clock, BooleanSupplier ended)
            throws MediaException {
        VideoSource source = new VideoSource(MediaInput.open(address, ended), clock);
        try {
            source.openDecoder();
            return source;
        } catch (MediaException | RuntimeException e) {
            source.close();
            throw e;
        }
    }

    /** Decodes the next frame; false at the end of the media. */
    public boolean read() throws MediaException {
        input.expectFrame();
        long before = input.waitedNanos();
        while (true) {
            int received = avcodec_receive_frame(decoder, frame);
            if (received >= 0) {
                undecodable = 0;
                waitedForFrame = input.waitedNanos() - before > WAITED;
                stamp();
                return true;
            }
            if (received == AVERROR_EOF()) {
                return false;
            }
            if (received != EAGAIN) {
                countGarbage(received);
            }
            feed();
        }
    }

    /** Seconds since the first frame, as the time stamps say; over their jumps it goes on. */
    public double mediaTime() {
        return clock.seconds();
    }

    /** Whether the time stamps have jumped with the current frame. */
    public boolean stampsJumped() {
        return clock.hasJumped();
    }

    /** Whether the source had to wait for the current frame. */
    public boolean waitedForFrame() {
        return waitedForFrame;
    }

    /** How long all reading together has waited for the far end. */
    public long waitedNanos() {
        return input.waitedNanos();
    }

    /** Whether the decoder had to guess parts of the current frame. */
    public boolean isDamaged() {
        return (frame.flags() & CORRUPT) != 0 || frame.decode_error_flags() != 0;
    }

    /** Pictures of the current frame. */
    public FrameScaler scaler() {
        return scaler.of(frame);
    }

    @Override
    public void close() {
        scaler.close();
        if (decoder != null) {
            avcodec_free_context(decoder);
        }
        av_packet_free(packet);
        av_frame_free(frame);
        input.close();
    }

    private void openDecoder() throws MediaException {
        AVStream video = input.video();
        decoder = avcodec_alloc_context3(input.codec());
        avcodec_parameters_to_context(decoder, video.codecpar());
        // Parallelism comes from the streams.
        decoder.thread_count(1);
        decoder.max_pixels(LARGEST_PICTURE);
        decoder.pkt_timebase(video.time_base());
        int opened = avcodec_open2(decoder, input.codec(), (AVDictionary) null);
        if (opened < 0) {
            throw input.failure("cannot be decoded", opened);
        }
        timeBase = video.time_base();
        AVRational rate = video.avg_frame_rate();
        if (rate.num() > 0 && rate.den() > 0) {
            clock.expectEvery((double) rate.den() / rate.num());
        }
    }

    private void feed() throws MediaException {
        if (draining || !input.read(packet)) {
            draining = true;
            avcodec_send_packet(decoder, (AVPacket) null);
            return;
        }
        int sent = avcodec_send_packet(decoder, packet);
        input.expectFrame();
        av_packet_unref(packet);
        if (sent < 0 && sent != EAGAIN) {
            countGarbage(sent);
        }
    }

    private void countGarbage(int error) throws MediaException {
        if (++undecodable > GARBAGE_LIMIT) {
            throw input.failure("sends garbage", error);
        }
    }

    private void stamp() {
        long stamp = frame.best_effort_timestamp();
        if (stamp == AV_NOPTS_VALUE) {
            clock.show(Double.NaN, waitedForFrame);
            return;
        }
        if (firstStamp == AV_NOPTS_VALUE) {
            firstStamp = stamp;
        }
        clock.show((stamp - firstStamp) * (double) timeBase.num() / timeBase.den(), waitedForFrame);
    }
}
