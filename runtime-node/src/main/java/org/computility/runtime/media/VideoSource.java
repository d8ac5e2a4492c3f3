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
import static org.bytedeco.ffmpeg.global.avformat.av_find_best_stream;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_FATAL;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.av_strerror;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOInterruptCB;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;

/**
 * One opened stream, file or image, decoded frame by frame. Every wait is bounded, and ends when the task does. Not
 * thread-safe; must be closed.
 */
public final class VideoSource implements AutoCloseable {

    private static final Duration OPENING = Duration.ofSeconds(10);
    private static final Duration READING = Duration.ofSeconds(8);
    private static final int EAGAIN = -11;
    private static final int GARBAGE_LIMIT = 500;
    /** FFmpeg's AV_FRAME_FLAG_CORRUPT, which the binding leaves out. */
    private static final int CORRUPT = 1;

    private static final long LARGEST_PICTURE = 64L << 20;

    static {
        av_log_set_level(AV_LOG_FATAL);
    }

    private final Interruption interruption;
    private final AVIOInterruptCB interruptCallback = new AVIOInterruptCB();
    private final AVPacket packet = av_packet_alloc();
    private final AVFrame frame = av_frame_alloc();
    private final FrameScaler scaler = new FrameScaler();
    private AVFormatContext format;
    private AVCodecContext decoder;
    private AVRational timeBase;
    private double secondsPerFrame;
    private int stream;
    private long firstStamp = AV_NOPTS_VALUE;
    private double mediaTime = -1;
    private boolean draining;
    private int undecodable;

    private VideoSource(BooleanSupplier ended) {
        this.interruption = new Interruption(ended);
    }

    /**
     * Connects and finds the video.
     *
     * @param ended asked while waiting; once true, waits end with an exception
     */
    public static VideoSource open(MediaPolicy.Address address, BooleanSupplier ended) throws MediaException {
        VideoSource source = new VideoSource(ended);
        try {
            source.connect(address);
            source.openDecoder();
            return source;
        } catch (MediaException | RuntimeException e) {
            source.close();
            throw e;
        }
    }

    /** Decodes the next frame; false at the end of the media. */
    public boolean read() throws MediaException {
        interruption.expect(READING);
        while (true) {
            int received = avcodec_receive_frame(decoder, frame);
            if (received >= 0) {
                undecodable = 0;
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

    /** Seconds since the first frame, as the time stamps say. */
    public double mediaTime() {
        return mediaTime;
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
        if (format != null) {
            avformat_close_input(format);
        }
        av_packet_free(packet);
        av_frame_free(frame);
        interruptCallback.close();
        interruption.close();
    }

    private void connect(MediaPolicy.Address address) throws MediaException {
        format = avformat_alloc_context();
        interruptCallback.callback(interruption);
        format.interrupt_callback(interruptCallback);
        AVDictionary options = new AVDictionary(null);
        av_dict_set(options, "protocol_whitelist", address.protocols(), 0);
        if (address.location().startsWith("rtsp")) {
            // No "nobuffer": it loses what was read while probing, and with it the first second.
            av_dict_set(options, "rtsp_transport", "tcp", 0);
            av_dict_set(options, "timeout", "8000000", 0);
        }
        interruption.expect(OPENING);
        int opened = avformat_open_input(format, address.location(), null, options);
        av_dict_free(options);
        if (opened < 0) {
            format = null; // freed by the failed call
            throw failure("cannot be opened", opened);
        }
        format.max_analyze_duration(2_000_000);
        int found = avformat_find_stream_info(format, (AVDictionary) null);
        if (found < 0) {
            throw failure("holds nothing that can be decoded", found);
        }
    }

    private void openDecoder() throws MediaException {
        AVCodec codec = new AVCodec(null);
        stream = av_find_best_stream(format, AVMEDIA_TYPE_VIDEO, -1, -1, codec, 0);
        if (stream < 0 || codec.isNull()) {
            throw failure("holds no video", stream);
        }
        AVStream video = format.streams(stream);
        decoder = avcodec_alloc_context3(codec);
        avcodec_parameters_to_context(decoder, video.codecpar());
        // Parallelism comes from the streams.
        decoder.thread_count(1);
        decoder.max_pixels(LARGEST_PICTURE);
        decoder.pkt_timebase(video.time_base());
        int opened = avcodec_open2(decoder, codec, (AVDictionary) null);
        if (opened < 0) {
            throw failure("cannot be decoded", opened);
        }
        timeBase = video.time_base();
        AVRational rate = video.avg_frame_rate();
        secondsPerFrame = rate.num() > 0 ? (double) rate.den() / rate.num() : 0.04;
    }

    private void feed() throws MediaException {
        int read = av_read_frame(format, packet);
        if (read < 0) {
            if (read == AVERROR_EOF() && !draining) {
                draining = true;
                avcodec_send_packet(decoder, (AVPacket) null);
                return;
            }
            throw failure("broke off", read);
        }
        int sent = 0;
        if (packet.stream_index() == stream) {
            sent = avcodec_send_packet(decoder, packet);
            interruption.expect(READING);
        }
        av_packet_unref(packet);
        if (sent < 0 && sent != EAGAIN) {
            countGarbage(sent);
        }
    }

    private void countGarbage(int error) throws MediaException {
        if (++undecodable > GARBAGE_LIMIT) {
            throw failure("sends garbage", error);
        }
    }

    private void stamp() {
        long stamp = frame.best_effort_timestamp();
        if (stamp == AV_NOPTS_VALUE) {
            mediaTime = Math.max(0, mediaTime + secondsPerFrame);
            return;
        }
        if (firstStamp == AV_NOPTS_VALUE) {
            firstStamp = stamp;
        }
        mediaTime = Math.max(0, (stamp - firstStamp) * (double) timeBase.num() / timeBase.den());
    }

    private MediaException failure(String what, int error) {
        if (interruption.timedOut()) {
            return new MediaException("The media " + what + ": nothing came in time");
        }
        byte[] text = new byte[128];
        av_strerror(error, text, text.length);
        int length = 0;
        while (length < text.length && text[length] != 0) {
            length++;
        }
        return new MediaException("The media " + what + ": " + new String(text, 0, length, StandardCharsets.UTF_8));
    }
}
