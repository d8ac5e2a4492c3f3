package org.computility.runtime.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.ImageIO;
import org.computility.runtime.http.FakeServer;
import org.computility.runtime.http.FakeServer.Reply;
import org.computility.runtime.media.synthetic.DemoScenes;
import org.computility.runtime.media.synthetic.Scene;
import org.computility.runtime.media.synthetic.SyntheticVideo;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Media as they come: whole, cut off, spoiled, empty, of another kind, or from a far end that says nothing. */
@Timeout(60)
class VideoSourceTest {

    private static final int FRAMES = 2 * SyntheticVideo.RATE;

    @TempDir
    static Path temp;

    private static byte[] mp4;
    private static byte[] ts;

    @BeforeAll
    static void film() throws Exception {
        Scene scene = new Scene(
                "clip",
                2,
                2,
                DemoScenes.crossing().patches(),
                DemoScenes.crossing().things());
        SyntheticVideo.write(temp.resolve("clip.mp4"), scene, 320, 180);
        SyntheticVideo.write(temp.resolve("clip.ts"), scene, 320, 180);
        mp4 = Files.readAllBytes(temp.resolve("clip.mp4"));
        ts = Files.readAllBytes(temp.resolve("clip.ts"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"clip.mp4", "clip.ts"})
    void everyFrameComesOnceAndItsTimeWithIt(String file) throws Exception {
        List<Double> times = times(temp.resolve(file));

        assertThat(times).hasSize(FRAMES);
        for (int i = 0; i < FRAMES; i++) {
            assertThat(times.get(i)).isCloseTo(i / 25.0, within(0.001));
        }
    }

    @Test
    void aPictureIsAVideoOfOneFrame() throws Exception {
        for (String kind : List.of("png", "jpg", "bmp")) {
            BufferedImage picture = SyntheticVideo.picture(DemoScenes.quiet(), 0);
            Path file = temp.resolve("picture." + kind);
            ImageIO.write(picture, kind, file.toFile());

            assertThat(times(file)).as(kind).containsExactly(0.0);
        }
    }

    @Test
    void aFrameIsScaledToAnySizeAndShownAtItsOwn() throws Exception {
        try (VideoSource source = open(temp.resolve("clip.mp4"))) {
            assertThat(source.read()).isTrue();
            ByteBuffer small = ByteBuffer.allocateDirect(16 * 9 * 3);
            ByteBuffer large = ByteBuffer.allocateDirect(640 * 360 * 3);
            source.scaler().scaleInto(small, 16, 9);
            source.scaler().scaleInto(large, 640, 360);
            BufferedImage picture = source.scaler().picture();

            assertThat(picture.getWidth()).isEqualTo(320);
            assertThat(picture.getHeight()).isEqualTo(180);
            int middle = picture.getRGB(160, 90) >> 8 & 0xff;
            assertThat(large.get((180 * 640 + 320) * 3 + 1) & 0xff).isBetween(middle - 12, middle + 12);
            assertThat(small.get((4 * 16 + 8) * 3 + 1) & 0xff).isBetween(40, 220);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello hello hello", "#EXTM3U", "GIF89a", "\0\0\0\0"})
    void whatIsNoVideoSaysSo(String content) throws Exception {
        Path file = Files.writeString(temp.resolve("none.mp4"), content);

        assertThatThrownBy(() -> times(file)).isInstanceOf(MediaException.class).hasMessageStartingWith("The media ");
    }

    @Test
    void soundAloneHoldsNoVideo() throws Exception {
        assertThatThrownBy(() -> times(Files.write(temp.resolve("sound.wav"), wav())))
                .isInstanceOf(MediaException.class)
                .hasMessageStartingWith("The media holds no video");
    }

    @Test
    void aFileCutOffAnywhereEndsOrFailsAndNeverHangs() throws Exception {
        for (int tenth = 1; tenth < 10; tenth++) {
            Path cut = Files.write(temp.resolve("cut.ts"), Arrays.copyOf(ts, ts.length * tenth / 10));

            assertThat(times(cut).size()).as("%d tenths of it", tenth).isBetween(1, FRAMES);
        }
        // The index of an MP4 stands at its end.
        Path cut = Files.write(temp.resolve("cut.mp4"), Arrays.copyOf(mp4, mp4.length / 2));
        assertThatThrownBy(() -> times(cut)).isInstanceOf(MediaException.class);
    }

    @Test
    void noiseInTheMiddleDamagesFramesAndTheRestComes() throws Exception {
        byte[] spoiled = ts.clone();
        byte[] noise = new byte[spoiled.length / 10];
        new Random(3).nextBytes(noise);
        System.arraycopy(noise, 0, spoiled, spoiled.length / 2, noise.length);
        List<Double> times = times(Files.write(temp.resolve("noise.ts"), spoiled));

        assertThat(times.size()).isBetween(FRAMES / 3, FRAMES);
        assertThat(times).isSorted();
        assertThat(times.get(times.size() - 1)).isBetween(1.0, 2.1);
    }

    @Test
    void randomSpoilsNeverBreakTheProcess() throws Exception {
        Random random = new Random(11);
        for (int i = 0; i < 25; i++) {
            byte[] spoiled = (i % 2 == 0 ? mp4 : ts).clone();
            for (int hit = 0; hit < 40; hit++) {
                spoiled[random.nextInt(spoiled.length)] = (byte) random.nextInt();
            }
            Path file = Files.write(temp.resolve("spoiled"), spoiled);
            try {
                assertThat(times(file).size()).isLessThanOrEqualTo(2 * FRAMES);
            } catch (MediaException e) {
                assertThat(e).hasMessageStartingWith("The media ");
            }
        }
    }

    @Test
    void aFileComesByHttpAsItDoesFromTheDisk() throws Exception {
        try (FakeServer server = new FakeServer(request -> Reply.status(200).saying(ts))) {
            MediaPolicy.Address address =
                    new MediaPolicy(null).check(server.url("/clip.ts?key=a%20b").toString());
            assertThat(times(address)).hasSize(FRAMES);

            server.answer(request -> Reply.html(404, "<html>"));
            assertThatThrownBy(() -> times(address))
                    .isInstanceOf(MediaException.class)
                    .hasMessageContaining("404");
        }
    }

    @Test
    void aFarEndThatSaysNothingIsLeftWhenTheTaskEnds() throws Exception {
        AtomicBoolean ended = new AtomicBoolean();
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            for (String scheme : List.of("http", "rtsp", "rtmp")) {
                ended.set(false);
                MediaPolicy.Address address =
                        new MediaPolicy(null).check(scheme + "://127.0.0.1:" + silent.getLocalPort() + "/x");
                CompletableFuture<Throwable> opening = CompletableFuture.supplyAsync(() -> failure(address, ended));
                silent.accept().getInputStream().read();

                ended.set(true);
                assertThat(opening.get(10, TimeUnit.SECONDS)).as(scheme).isInstanceOf(MediaException.class);
            }
        }
    }

    @Test
    void thePolicyOpensNothingOutsideItsFolder() throws Exception {
        Path folder = Files.createDirectories(temp.resolve("media"));
        Path outside = Files.write(temp.resolve("secret.ts"), ts);
        Files.write(folder.resolve("inside file.ts"), ts);
        Files.createSymbolicLink(folder.resolve("link.ts"), outside);
        Files.createDirectories(folder.resolve("sub"));
        MediaPolicy policy = new MediaPolicy(folder);

        assertThat(times(policy.check(folder.resolve("inside file.ts").toUri().toString())))
                .hasSize(FRAMES);
        for (String wrong : List.of(
                folder.resolve("link.ts").toUri().toString(),
                folder.toUri() + "../secret.ts",
                folder.toUri() + "sub",
                folder.toUri() + "nothing.ts",
                folder.toUri() + "a%00b.ts",
                "file://host/share/x.ts",
                "file:inside.ts",
                "file:",
                "FILE:///etc/hostname")) {
            assertThatThrownBy(() -> policy.check(wrong)).as(wrong).isInstanceOf(MediaException.class);
        }
    }

    private static Throwable failure(MediaPolicy.Address address, AtomicBoolean ended) {
        try (VideoSource source = VideoSource.open(address, MediaClock.recorded(), ended::get)) {
            source.read();
            return null;
        } catch (MediaException e) {
            return e;
        }
    }

    private static VideoSource open(Path file) throws MediaException {
        return VideoSource.open(
                new MediaPolicy(temp).check(file.toUri().toString()), MediaClock.recorded(), () -> false);
    }

    private static List<Double> times(Path file) throws MediaException {
        return times(new MediaPolicy(temp).check(file.toUri().toString()));
    }

    private static List<Double> times(MediaPolicy.Address address) throws MediaException {
        List<Double> times = new ArrayList<>();
        try (VideoSource source = VideoSource.open(address, MediaClock.recorded(), () -> false)) {
            while (source.read()) {
                times.add(source.mediaTime());
            }
        }
        return times;
    }

    /** A second of silence, 8 bits, 8,000 samples. */
    private static byte[] wav() {
        ByteBuffer wav = ByteBuffer.allocate(44 + 8000).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + 8000);
        wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        wav.putShort((short) 1)
                .putShort((short) 1)
                .putInt(8000)
                .putInt(8000)
                .putShort((short) 1)
                .putShort((short) 8);
        wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(8000);
        return wav.array();
    }
}
