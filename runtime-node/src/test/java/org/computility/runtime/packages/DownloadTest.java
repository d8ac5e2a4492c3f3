package org.computility.runtime.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.computility.runtime.NodeFixture;
import org.computility.runtime.http.FakeServer;
import org.computility.runtime.http.FakeServer.Reply;
import org.computility.runtime.http.FakeServer.Request;
import org.computility.runtime.http.HalfAnswers;
import org.computility.runtime.http.PatientHttp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class DownloadTest {

    private static final byte[] CONTENT = noise(100_000, 1);

    @TempDir
    Path temp;

    @Test
    void aBodyThatFallsSilentIsGivenUpAndTheNextAttemptGoesOnThere() throws Exception {
        try (HalfAnswers server = new HalfAnswers(CONTENT, 1)) {
            Download download = download(server.url());

            assertThatThrownBy(() -> download.run(progress -> {})).isInstanceOf(HttpTimeoutException.class);
            download.run(progress -> {});

            assertThat(part()).hasBinaryContent(CONTENT);
            assertThat(server.ranges).containsExactly("null", "bytes=50000-");
        }
    }

    @Test
    void aFileIsFetchedCheckedAndTheProgressTold() throws Exception {
        List<Double> told = new ArrayList<>();
        try (FakeServer server = new FakeServer(DownloadTest::serve)) {
            download(server.url("/p.tar?key=x%2Fy")).run(told::add);

            assertThat(server.requests().get(0).uri()).hasToString("/p.tar?key=x%2Fy");
        }
        assertThat(part()).hasBinaryContent(CONTENT);
        assertThat(told).isSorted().endsWith(1.0).allMatch(each -> each > 0 && each <= 1);
    }

    @Test
    void aFileThatIsThereAlreadyIsCheckedAndNotFetched() throws Exception {
        Files.write(part(), CONTENT);
        try (FakeServer server = new FakeServer(DownloadTest::serve)) {
            download(server.url("/")).run(progress -> {});

            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void aServerThatKnowsNoRangesSendsTheWholeAnew() throws Exception {
        Files.write(part(), Arrays.copyOf(CONTENT, 40_000));
        try (FakeServer server = new FakeServer(request -> Reply.status(200).saying(CONTENT))) {
            download(server.url("/")).run(progress -> {});

            assertThat(server.requests().get(0).header("Range")).isEqualTo("bytes=40000-");
        }
        assertThat(part()).hasBinaryContent(CONTENT);
    }

    @Test
    void aPartThatIsLongerThanTheFileIsThrownAway() throws Exception {
        Files.write(part(), new byte[CONTENT.length + 1]);
        try (FakeServer server = new FakeServer(DownloadTest::serve)) {
            download(server.url("/")).run(progress -> {});

            assertThat(server.requests().get(0).header("Range")).isNull();
        }
        assertThat(part()).hasBinaryContent(CONTENT);
    }

    /** The package was made anew under its ID while a part of the old one lay here. */
    @Test
    void aPartOfAnotherFileIsNoticedAndTheWholeFetched() throws Exception {
        Files.write(part(), noise(40_000, 2));
        try (FakeServer server = new FakeServer(DownloadTest::serve)) {
            download(server.url("/")).run(progress -> {});

            assertThat(server.requests()).extracting(r -> r.header("Range")).containsExactly("bytes=40000-", null);
        }
        assertThat(part()).hasBinaryContent(CONTENT);
    }

    @Test
    void aWholePartOfAnotherFileIsNoticedToo() throws Exception {
        Files.write(part(), noise(CONTENT.length, 2));
        try (FakeServer server = new FakeServer(DownloadTest::serve)) {
            download(server.url("/")).run(progress -> {});
        }
        assertThat(part()).hasBinaryContent(CONTENT);
    }

    @Test
    void aFileWithAnotherSumIsSpoiledAndNotKept() throws Exception {
        try (FakeServer server = new FakeServer(request -> Reply.status(200).saying(noise(CONTENT.length, 2)))) {
            Download download = download(server.url("/"));

            assertThatThrownBy(() -> download.run(progress -> {}))
                    .isInstanceOf(Download.Spoiled.class)
                    .hasMessageContaining("MD5")
                    .hasMessageContaining(NodeFixture.md5(CONTENT));
            assertThat(server.requests()).as("trying again is no use").hasSize(1);
        }
        assertThat(part()).doesNotExist();
    }

    @Test
    void moreThanWasAnnouncedIsSpoiled() throws Exception {
        try (FakeServer server = new FakeServer(request -> Reply.status(200).saying(new byte[CONTENT.length + 1]))) {
            Download download = download(server.url("/"));

            assertThatThrownBy(() -> download.run(progress -> {}))
                    .isInstanceOf(Download.Spoiled.class)
                    .hasMessageContaining("more than the 100000 bytes");
        }
    }

    @Test
    void lessThanWasAnnouncedMayBeTheNetworksFault() throws Exception {
        try (FakeServer server = new FakeServer(request -> Reply.status(200).saying(Arrays.copyOf(CONTENT, 70_000)))) {
            Download download = download(server.url("/"));

            assertThatThrownBy(() -> download.run(progress -> {}))
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(Download.Spoiled.class)
                    .hasMessageContaining("70000 of 100000");

            server.answer(DownloadTest::serve);
            download.run(progress -> {});
            assertThat(server.requests().get(1).header("Range")).isEqualTo("bytes=70000-");
        }
        assertThat(part()).hasBinaryContent(CONTENT);
    }

    @ParameterizedTest
    @CsvSource({
        "400, true",
        "403, true",
        "404, true",
        "410, true",
        "416, true",
        "429, false",
        "500, false",
        "502, false",
        "503, false",
        "204, false"
    })
    void aRefusalIsForGoodUnlessItMayPass(int status, boolean forGood) throws Exception {
        try (FakeServer server = new FakeServer(request -> Reply.status(status))) {
            Download download = download(server.url("/"));

            assertThatThrownBy(() -> download.run(progress -> {}))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("HTTP status " + status)
                    .matches(e -> e instanceof Download.Spoiled == forGood);
        }
    }

    @Test
    void aLinkMaySendTheNodeOn() throws Exception {
        try (FakeServer server =
                new FakeServer(request -> request.uri().getPath().equals("/link")
                        ? Reply.status(302).with("Location", "/store")
                        : serve(request))) {
            download(server.url("/link")).run(progress -> {});
        }
        assertThat(part()).hasBinaryContent(CONTENT);
    }

    @Test
    void theSumMayBeWrittenInCapitals() throws Exception {
        try (FakeServer server = new FakeServer(DownloadTest::serve)) {
            String sum = NodeFixture.md5(CONTENT).toUpperCase(Locale.ROOT);
            new Download(server.url("/"), CONTENT.length, sum, part(), http()).run(progress -> {});
        }
        assertThat(part()).hasBinaryContent(CONTENT);
    }

    private Download download(URI url) throws Exception {
        return new Download(url, CONTENT.length, NodeFixture.md5(CONTENT), part(), http());
    }

    private static PatientHttp http() {
        return new PatientHttp(Redirect.NORMAL, Duration.ofSeconds(1));
    }

    private Path part() {
        return temp.resolve("part");
    }

    /** As a server that knows ranges. */
    private static Reply serve(Request request) {
        String range = request.header("Range");
        if (range == null) {
            return Reply.status(200).saying(CONTENT);
        }
        int from = Integer.parseInt(range.replaceAll("\\D", ""));
        return Reply.status(206).saying(Arrays.copyOfRange(CONTENT, from, CONTENT.length));
    }

    private static byte[] noise(int length, long seed) {
        byte[] noise = new byte[length];
        new Random(seed).nextBytes(noise);
        return noise;
    }
}
