package org.computility.runtime.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaPolicyTest {

    private static final byte TLS_HANDSHAKE = 0x16;

    private final MediaPolicy policy = new MediaPolicy(null);

    /** What the platform takes, its InputRules say. */
    @ParameterizedTest
    @CsvSource({"rtsp, true", "rtsps, true", "rtmp, true", "rtmps, true", "http, false", "https, false", "RTMPS, true"})
    void whatThePlatformTakesMayBeOpened(String scheme, boolean live) throws Exception {
        assertThat(policy.check(scheme + "://192.0.2.1/x").live()).isEqualTo(live);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rtsps", "rtmps", "https"})
    void theBuildOfFfmpegSpeaksTls(String scheme) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Integer> firstByte = CompletableFuture.supplyAsync(() -> firstByte(server));
            String url = scheme + "://127.0.0.1:" + server.getLocalPort() + "/live/x";

            assertThatThrownBy(() -> VideoSource.open(policy.check(url), MediaClock.recorded(), () -> false))
                    .isInstanceOf(MediaException.class);
            assertThat(firstByte.get(10, TimeUnit.SECONDS)).isEqualTo((int) TLS_HANDSHAKE);
        }
    }

    @Test
    void whatReadsFilesOrSplicesStaysClosed() {
        for (String wrong :
                new String[] {"concat:/etc/hostname", "data:x", "file:///etc/hostname", "/etc/hostname", ""}) {
            assertThatThrownBy(() -> policy.check(wrong)).as(wrong).isInstanceOf(MediaException.class);
        }
    }

    private static int firstByte(ServerSocket server) {
        try (Socket client = server.accept()) {
            return client.getInputStream().read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
