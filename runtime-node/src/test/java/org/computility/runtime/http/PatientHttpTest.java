package org.computility.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PatientHttpTest {

    private static final byte[] CONTENT = new byte[100_000];

    private final PatientHttp http = new PatientHttp(Redirect.NEVER, Duration.ofSeconds(1));

    @Test
    void anAnswerThatStopsHalfWayIsGivenUpAndTheNextOneIsTaken() throws Exception {
        try (HalfAnswers server = new HalfAnswers(CONTENT, 1)) {
            HttpRequest.Builder request = HttpRequest.newBuilder(server.url());

            assertThatThrownBy(() -> http.send(request, BodyHandlers.ofByteArray()))
                    .isInstanceOf(HttpTimeoutException.class);
            assertThat(http.send(request, BodyHandlers.ofByteArray()).body()).hasSize(CONTENT.length);
        }
    }

    @Test
    void aBodyReadAsItComesIsGivenUpAfterASilence() throws Exception {
        try (HalfAnswers server = new HalfAnswers(CONTENT, 1);
                InputStream body =
                        http.open(HttpRequest.newBuilder(server.url())).body()) {
            assertThat(body.readNBytes(CONTENT.length / 2)).hasSize(CONTENT.length / 2);
            assertThatThrownBy(body::read)
                    .isInstanceOf(HttpTimeoutException.class)
                    .hasMessageContaining("nothing came");
        }
    }

    @Test
    void aFarEndThatCannotBeReachedIsNamed() throws IOException {
        try (Socket taken = new Socket()) {
            taken.bind(new InetSocketAddress("127.0.0.1", 0));
            String authority = "127.0.0.1:" + taken.getLocalPort();
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://" + authority + "/packages/1"));

            assertThatThrownBy(() -> http.open(request))
                    .isInstanceOf(ConnectException.class)
                    .hasMessage("cannot connect to " + authority);
        }
    }

    @Test
    void aReaderMayTakeItsTime() throws Exception {
        try (HalfAnswers server = new HalfAnswers(CONTENT, 0);
                InputStream body =
                        http.open(HttpRequest.newBuilder(server.url())).body()) {
            assertThat(body.read()).isZero();
            Thread.sleep(1500);
            assertThat(body.readAllBytes()).hasSize(CONTENT.length - 1);
        }
    }

    @Test
    void aFarEndThatNeverAnswersIsGivenUp() throws IOException {
        try (ServerSocket silent = new ServerSocket(0)) {
            URI url = URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/");

            assertThatThrownBy(() -> http.send(HttpRequest.newBuilder(url), BodyHandlers.discarding()))
                    .isInstanceOf(HttpTimeoutException.class);
            assertThatThrownBy(() -> http.open(HttpRequest.newBuilder(url))).isInstanceOf(HttpTimeoutException.class);
        }
    }

    @Test
    void aFarEndThatIsNotThereIsAnIoFailure() {
        URI nobody = URI.create("http://127.0.0.1:1/");

        assertThatThrownBy(() -> http.send(HttpRequest.newBuilder(nobody), BodyHandlers.discarding()))
                .isInstanceOf(IOException.class);
    }
}
