package org.computility.runtime.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.computility.runtime.http.FakeServer;
import org.computility.runtime.http.FakeServer.Reply;
import org.computility.runtime.media.synthetic.Scene;
import org.computility.runtime.media.synthetic.SyntheticVideo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Streams over HTTP whose server asks for a key or a password. */
@Timeout(60)
class KeptStreamsTest {

    private static final byte[] KEY = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path temp;

    private final Map<String, byte[]> served = new ConcurrentHashMap<>();

    @Test
    void aStreamEncryptedWithAes128Plays() throws Exception {
        byte[] clip = clip();
        Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(KEY, "AES"), new IvParameterSpec(new byte[16]));
        served.put("/one.ts", cipher.doFinal(clip));
        served.put("/key", KEY);
        playlist("#EXT-X-KEY:METHOD=AES-128,URI=\"key\",IV=0x00000000000000000000000000000000");
        try (FakeServer server = server()) {
            assertThat(frames(server.url("/live.m3u8").toString())).isEqualTo(SyntheticVideo.RATE);

            served.remove("/key");
            assertThatThrownBy(() -> frames(server.url("/live.m3u8").toString()))
                    .isInstanceOf(MediaException.class)
                    .hasMessageContaining("encrypted");
        }
    }

    @Test
    void aPercentEncodedPasswordReachesTheCameraAsItIs() throws Exception {
        served.put("/one.ts", clip());
        List<String> shown = new CopyOnWriteArrayList<>();
        try (FakeServer server = new FakeServer(request -> {
            if (request.header("Authorization") == null) {
                return Reply.status(401).with("WWW-Authenticate", "Basic realm=\"camera\"");
            }
            shown.add(request.header("Authorization"));
            return Reply.status(200).saying(served.get("/one.ts"));
        })) {
            String url = "http://admin:p%23s%2Fs%3F%40%25@127.0.0.1:" + server.port() + "/one.ts";
            assertThat(frames(url)).isEqualTo(SyntheticVideo.RATE);
            String credential = Base64.getEncoder().encodeToString("admin:p#s/s?@%".getBytes(StandardCharsets.UTF_8));
            assertThat(shown).isNotEmpty().containsOnly("Basic " + credential);
        }
    }

    private byte[] clip() throws Exception {
        SyntheticVideo.write(temp.resolve("one.ts"), new Scene("one", 1, 2, List.of(), List.of()), 320, 180);
        return Files.readAllBytes(temp.resolve("one.ts"));
    }

    private void playlist(String key) {
        String text = "#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:1\n%s\n#EXTINF:1.0,\none.ts\n#EXT-X-ENDLIST\n"
                .formatted(key);
        served.put("/live.m3u8", text.getBytes(StandardCharsets.UTF_8));
    }

    private FakeServer server() throws Exception {
        return new FakeServer(request -> {
            byte[] content = served.get(request.uri().getPath());
            return content == null ? Reply.status(404) : Reply.status(200).saying(content);
        });
    }

    private static int frames(String url) throws MediaException {
        int frames = 0;
        try (VideoSource source =
                VideoSource.open(new MediaPolicy(null).check(url), MediaClock.recorded(), () -> false)) {
            while (source.read()) {
                frames++;
            }
        }
        return frames;
    }
}
