package org.computility.runtime.media;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avformat.av_find_best_stream;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_strerror;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOInterruptCB;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;

/**
 * The connection to a stream, file or image: finds the video in it and hands over its packets. Every wait is bounded, and
 * ends when the task does.
 */
final class MediaInput implements AutoCloseable {

    private static final Duration OPENING = Duration.ofSeconds(10);
    private static final Duration READING = Duration.ofSeconds(8);

    private final Interruption interruption;
    private final AVIOInterruptCB interruptCallback = new AVIOInterruptCB();
    private final AVCodec codec = new AVCodec(null);
    private AVFormatContext format;
    private int stream;
    private long waitedNanos;

    private MediaInput(BooleanSupplier ended) {
        this.interruption = new Interruption(ended);
    }

    static MediaInput open(MediaPolicy.Address address, BooleanSupplier ended) throws MediaException {
        MediaInput input = new MediaInput(ended);
        try {
            input.connect(address);
            input.findVideo();
            return input;
        } catch (MediaException | RuntimeException e) {
            input.close();
            throw e;
        }
    }

    AVStream video() {
        return format.streams(stream);
    }

    AVCodec codec() {
        return codec;
    }

    /** How long it has waited for packets so far. */
    long waitedNanos() {
        return waitedNanos;
    }

    /** The far end has some time from now on to send the next frame. */
    void expectFrame() {
        interruption.expect(READING);
    }

    /** Reads the next packet of the video; false at the end of the media. */
    boolean read(AVPacket packet) throws MediaException {
        while (true) {
            long begin = System.nanoTime();
            int read = av_read_frame(format, packet);
            waitedNanos += System.nanoTime() - begin;
            if (read == AVERROR_EOF()) {
                return false;
            }
            if (read < 0) {
                throw failure("broke off", read);
            }
            if (packet.stream_index() == stream) {
                return true;
            }
            av_packet_unref(packet);
        }
    }

    MediaException failure(String what, int error) {
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

    @Override
    public void close() {
        if (format != null) {
            avformat_close_input(format);
        }
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
            // No "nobuffer": it loses the packets that were read while probing, and with them the first second.
            av_dict_set(options, "rtsp_transport", "tcp", 0);
            av_dict_set(options, "timeout", "8000000", 0);
        }
        interruption.expect(OPENING);
        int opened = avformat_open_input(format, address.location(), null, options);
        av_dict_free(options);
        if (opened < 0) {
            format = null; // freed by the failed call
            MediaException failure = failure("cannot be opened", opened);
            throw isPlaylist(address)
                    ? new MediaException(failure.getMessage()
                            + "; of an HLS playlist, the segments or the key of encrypted ones may be missing")
                    : failure;
        }
        format.max_analyze_duration(2_000_000);
        int found = avformat_find_stream_info(format, (AVDictionary) null);
        if (found < 0) {
            throw failure("holds nothing that can be decoded", found);
        }
    }

    private static boolean isPlaylist(MediaPolicy.Address address) {
        return address.location().toLowerCase(Locale.ROOT).contains(".m3u8");
    }

    private void findVideo() throws MediaException {
        stream = av_find_best_stream(format, AVMEDIA_TYPE_VIDEO, -1, -1, codec, 0);
        if (stream < 0 || codec.isNull()) {
            throw failure("holds no video", stream);
        }
    }
}
