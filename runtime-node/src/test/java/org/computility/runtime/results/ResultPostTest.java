package org.computility.runtime.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.computility.runtime.http.FakeServer;
import org.computility.runtime.http.FakeServer.Reply;
import org.computility.runtime.http.HalfAnswers;
import org.computility.runtime.results.ResultPost.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class ResultPostTest {

    private static final String PROBLEM = "{\"status\":0,\"code\":\"some-code\",\"detail\":\"why\"}";

    @Test
    void aReceiverThatStopsInTheMiddleOfItsAnswerIsAskedAgainLater() throws Exception {
        try (HalfAnswers receiver = new HalfAnswers(new byte[1000], 1)) {
            ResultPost post = new ResultPost(new NoPlatform(), Duration.ofSeconds(1));

            assertThat(send(post, receiver.url())).isEqualTo(Outcome.LATER);
            assertThat(send(post, receiver.url())).isEqualTo(Outcome.TAKEN);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "200, TAKEN", "201, TAKEN", "204, TAKEN", "302, LATER", "400, NEVER", "401, LATER", "403, NEVER", "404, NEVER",
        "408, LATER", "409, NEVER", "413, NEVER", "422, NEVER", "429, LATER", "500, LATER", "503, LATER", "507, LATER"
    })
    void theStatusSaysWhetherToTryAgain(int status, Outcome outcome) throws Exception {
        try (FakeServer receiver = new FakeServer(request -> Reply.status(status))) {
            assertThat(send(new ResultPost(new NoPlatform()), receiver.url("/in")))
                    .isEqualTo(outcome);
        }
        try (FakeServer platform = new FakeServer(
                request -> Reply.json(status, PROBLEM).with("Content-Type", "application/problem+json"))) {
            assertThat(sendToPlatform(new Door(platform, "t"))).isEqualTo(outcome);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 405})
    void aRefusalInHtmlIsNotThePlatformsButOfWhatStandsBeforeIt(int status) throws Exception {
        try (FakeServer starting = new FakeServer(request -> Reply.html(status, "<html>not deployed yet</html>"))) {
            assertThat(sendToPlatform(new Door(starting, "t"))).isEqualTo(Outcome.LATER);

            starting.answer(request -> Reply.status(status));
            assertThat(sendToPlatform(new Door(starting, "t")))
                    .as("without a body")
                    .isEqualTo(Outcome.LATER);
        }
    }

    @Test
    void nobodyIsSentElsewhere() throws Exception {
        try (FakeServer elsewhere = new FakeServer(request -> Reply.status(200));
                FakeServer receiver = new FakeServer(request ->
                        Reply.status(307).with("Location", elsewhere.url("/").toString()))) {
            assertThat(send(new ResultPost(new NoPlatform()), receiver.url("/")))
                    .isEqualTo(Outcome.LATER);
            assertThat(elsewhere.requests()).isEmpty();
        }
    }

    @Test
    void aReceiverThatIsNotThereIsAskedAgainLater() throws Exception {
        assertThat(send(new ResultPost(new NoPlatform()), URI.create("http://127.0.0.1:1/")))
                .isEqualTo(Outcome.LATER);
    }

    @Test
    void theResultsOfABatchStandInOneListAsTheyAre() throws Exception {
        try (FakeServer receiver = new FakeServer(request -> Reply.status(200))) {
            List<byte[]> batch = List.of(bytes("{\"a\":1}"), bytes("{\"b\":\"é\"}"), bytes("{}"));

            new ResultPost(new NoPlatform())
                    .send(receiver.url("/in?key=1").toString(), batch)
                    .get(20, TimeUnit.SECONDS);

            FakeServer.Request request = receiver.requests().get(0);
            assertThat(request.text()).isEqualTo("{\"results\":[{\"a\":1},{\"b\":\"é\"},{}]}");
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.uri()).hasToString("/in?key=1");
            assertThat(request.header("Content-Type")).isEqualTo("application/json");
            assertThat(request.header("X-Auth-Token"))
                    .as("of the platform, nobody else's")
                    .isNull();
        }
    }

    @Test
    void nobodyIsAskedBeforeThereIsAToken() throws Exception {
        try (FakeServer platform = new FakeServer(request -> Reply.status(200))) {
            assertThat(sendToPlatform(new Door(platform, null))).isEqualTo(Outcome.LATER);
            assertThat(platform.requests()).isEmpty();
        }
    }

    @Test
    void aRefusedTokenIsToldOfAndNoOtherOne() throws Exception {
        try (FakeServer platform = new FakeServer(request -> Reply.json(401, PROBLEM))) {
            Door door = new Door(platform, "t-1");

            assertThat(sendToPlatform(door)).isEqualTo(Outcome.LATER);
            assertThat(platform.requests().get(0).header("X-Auth-Token")).isEqualTo("t-1");
            assertThat(door.refused).containsExactly("t-1");

            assertThat(send(new ResultPost(door), platform.url("/receiver"))).isEqualTo(Outcome.LATER);
            assertThat(door.refused).as("a receiver's 401 says nothing of it").hasSize(1);
        }
    }

    @Test
    void aNodeWithoutAPlatformSaysSo() {
        assertThat(new ResultPost(new NoPlatform()).hasPlatform()).isFalse();
    }

    private static Outcome send(ResultPost post, URI receiver) throws Exception {
        return post.send(receiver.toString(), List.of(bytes("{}"))).get(20, TimeUnit.SECONDS);
    }

    private static Outcome sendToPlatform(Door door) throws Exception {
        ResultPost post = new ResultPost(door);
        assertThat(post.hasPlatform()).isTrue();
        return post.send(ResultPost.PLATFORM, List.of(bytes("{}"))).get(20, TimeUnit.SECONDS);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
