package org.computility.runtime.media.synthetic;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_from_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_WRITE;
import static org.bytedeco.ffmpeg.global.avformat.av_interleaved_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_open;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_FATAL;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGR24;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BILINEAR;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getCachedContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;

/** Pictures in, a file out (MP4, or what else its name ends in), encoded by the H.264 encoder of FFmpeg's LGPL build. */
final class VideoWriter implements AutoCloseable {

    private static final long BITS_PER_SECOND = 2_000_000;

    private final AVFormatContext format = new AVFormatContext(null);
    private final AVPacket packet = av_packet_alloc();
    private final AVFrame frame = av_frame_alloc();
    private final Random random = new Random(42);
    private final int width;
    private final int height;
    private final BytePointer pixels;
    private AVCodecContext encoder;
    private AVStream stream;
    private SwsContext scaler;
    private long written;

    static {
        av_log_set_level(AV_LOG_FATAL);
    }

    VideoWriter(Path file, int width, int height, int rate) throws IOException {
        this.width = width;
        this.height = height;
        this.pixels = new BytePointer(3L * width * height);
        check(avformat_alloc_output_context2(format, null, null, file.toString()));
        openEncoder(rate);
        stream = avformat_new_stream(format, null);
        stream.time_base(encoder.time_base());
        check(avcodec_parameters_from_context(stream.codecpar(), encoder));
        AVIOContext io = new AVIOContext(null);
        check(avio_open(io, file.toString(), AVIO_FLAG_WRITE));
        format.pb(io);
        check(avformat_write_header(format, (AVDictionary) null));
        frame.format(AV_PIX_FMT_YUV420P);
        frame.width(width);
        frame.height(height);
        check(av_frame_get_buffer(frame, 0));
    }

    private void openEncoder(int rate) throws IOException {
        encoder = avcodec_alloc_context3(avcodec_find_encoder_by_name("libopenh264"));
        encoder.width(width);
        encoder.height(height);
        encoder.pix_fmt(AV_PIX_FMT_YUV420P);
        encoder.time_base(rational(1, rate));
        encoder.framerate(rational(rate, 1));
        encoder.gop_size(rate);
        encoder.bit_rate(BITS_PER_SECOND);
        encoder.flags(encoder.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
        check(avcodec_open2(encoder, encoder.codec(), (AVDictionary) null));
    }

    private static AVRational rational(int numerator, int denominator) {
        AVRational rational = new AVRational();
        rational.num(numerator);
        rational.den(denominator);
        return rational;
    }

    void write(BufferedImage picture, int noise) throws IOException {
        check(av_frame_make_writable(frame));
        pixels.put(((DataBufferByte) picture.getRaster().getDataBuffer()).getData());
        scaler = sws_getCachedContext(
                scaler,
                width,
                height,
                AV_PIX_FMT_BGR24,
                width,
                height,
                AV_PIX_FMT_YUV420P,
                SWS_BILINEAR,
                null,
                null,
                (DoublePointer) null);
        // FFmpeg looks at four planes, whatever the format.
        try (PointerPointer<BytePointer> planes = new PointerPointer<>(pixels, null, null, null);
                IntPointer stride = new IntPointer(width * 3, 0, 0, 0)) {
            sws_scale(scaler, planes, stride, 0, height, frame.data(), frame.linesize());
        }
        addNoise(noise);
        frame.pts(written++);
        encode(frame);
    }

    private void addNoise(int noise) {
        if (noise == 0) {
            return;
        }
        byte[] luma = new byte[frame.linesize(0) * height];
        byte[] bits = new byte[luma.length];
        random.nextBytes(bits);
        BytePointer plane = frame.data(0);
        plane.get(luma);
        for (int i = 0; i < luma.length; i++) {
            int value = (luma[i] & 0xff) + (bits[i] & 0xff) * (2 * noise + 1) / 256 - noise;
            luma[i] = (byte) Math.max(16, Math.min(235, value));
        }
        plane.put(luma);
    }

    private void encode(AVFrame next) throws IOException {
        check(avcodec_send_frame(encoder, next));
        while (avcodec_receive_packet(encoder, packet) >= 0) {
            // An MP4 ends where its last frame does, and readers leave out a frame that lasts no time.
            packet.duration(1);
            av_packet_rescale_ts(packet, encoder.time_base(), stream.time_base());
            packet.stream_index(0);
            check(av_interleaved_write_frame(format, packet));
        }
    }

    private static void check(int answer) throws IOException {
        if (answer < 0) {
            throw new IOException("FFmpeg cannot write the video: error " + answer);
        }
    }

    @Override
    public void close() throws IOException {
        encode(null);
        check(av_write_trailer(format));
        avio_closep(format.pb());
        avformat_free_context(format);
        avcodec_free_context(encoder);
        sws_freeContext(scaler);
        av_packet_free(packet);
        av_frame_free(frame);
        pixels.close();
    }
}
