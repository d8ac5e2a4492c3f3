package org.computility.connector.jobs.protocol.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.jobs.JobSpec;
import org.computility.connector.jobs.JobState;
import org.computility.connector.jobs.ServiceEndpoint;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Jobs that serve. */
class ServiceTest {

    private final String id = Bench.freshId();
    private final HttpClient http = HttpClient.newHttpClient();
    private Bench bench;

    @BeforeEach
    void open() throws Exception {
        SandboxTool.require();
        boolean mayLack = !"true".equals(System.getenv("CI"));
        boolean lacks =
                !Files.isExecutable(Path.of("/usr/bin/socat")) || !Files.isExecutable(Path.of("/usr/bin/python3"));
        Assumptions.assumeFalse(mayLack && lacks, "needs socat and python3");
        bench = new Bench();
    }

    @Test
    void aServiceIsReachedThoughItHasNoNetwork() throws Exception {
        bench.runtime.submit(service("echo hello >hello.txt; exec python3 -m http.server --bind 127.0.0.1 9000", 9000));
        ServiceEndpoint endpoint = awaitEndpoint();
        Bench.until(() -> answer(endpoint).equals("hello\n"));
        assertThat(new ProcessRuntime(bench.root).endpoint(id))
                .as("of another server")
                .contains(endpoint);

        bench.runtime.cancel(id);
        assertThat(bench.awaitEnd(id).state()).isEqualTo(JobState.CANCELLED);
        assertThat(bench.runtime.endpoint(id)).isEmpty();
        Bench.until(() -> !isOpen(endpoint));
        assertThat(Bench.processesWith(bench.root.resolve(id).toString())).isZero();
    }

    @Test
    void aLinkInPlaceOfTheSocketLeadsNowhere() throws Exception {
        Path secret = Files.createTempDirectory("door-").resolve("s");
        Process other = new ProcessBuilder(
                        "socat", "UNIX-LISTEN:" + secret + ",fork", "SYSTEM:printf 'HTTP/1.0 200 OK\\r\\n\\r\\nsecret'")
                .start();
        try {
            Bench.until(() -> Files.exists(secret));
            bench.runtime.submit(service(
                    "until [ -e /service/socket ]; do :; done; rm /service/socket; ln -s " + secret
                            + " /service/socket; echo linked; exec sleep 60",
                    9000));
            ServiceEndpoint endpoint = awaitEndpoint();
            bench.awaitPrinted(id, "linked");

            assertThat(answer(endpoint)).doesNotContain("secret");
            bench.runtime.cancel(id);
            bench.awaitEnd(id);
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void aJobThatServesNobodyHasNoDoor() throws Exception {
        bench.runtime.submit(Bench.script(id, "sleep 60"));
        bench.awaitRunning(id);

        assertThat(bench.runtime.endpoint(id)).isEmpty();
        assertThat(bench.runtime.capacity().services()).isTrue();
        bench.runtime.cancel(id);
        bench.awaitEnd(id);
    }

    @Test
    void aPortIsAPort() {
        assertThatThrownBy(() -> bench.runtime.submit(service("true", 65_536)))
                .isInstanceOf(RuntimeFailure.class)
                .hasMessageContaining("servicePort");
    }

    private ServiceEndpoint awaitEndpoint() throws RuntimeFailure {
        Bench.until(() -> bench.runtime.endpoint(id).isPresent());
        return bench.runtime.endpoint(id).orElseThrow();
    }

    private JobSpec service(String script, int port) {
        return new JobSpec(
                id, List.of("sh", "-c", script), Map.of(), Bench.RESOURCES, Bench.LIMITS, null, List.of(), port);
    }

    private String answer(ServiceEndpoint endpoint) throws InterruptedException {
        URI uri = URI.create("http://" + endpoint.host() + ":" + endpoint.port() + "/hello.txt");
        try {
            return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static boolean isOpen(ServiceEndpoint endpoint) {
        try (Socket socket = new Socket(endpoint.host(), endpoint.port())) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
