package org.computility.shared.rest.files;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.servlet.WebappContext;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.servlet.ServletContainer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Over HTTP: the headers that a server adds, or takes away, count. */
class FileAnswerTest {

    /** More than goes at once, and no multiple of it. */
    private static final byte[] CONTENT = new byte[200_001];

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final HttpServer SERVER = new HttpServer();
    private static final NetworkListener LISTENER = new NetworkListener("files", "127.0.0.1", 0);

    @TempDir
    static Path folder;

    private static Path file;

    @BeforeAll
    static void start() throws IOException {
        new Random(1).nextBytes(CONTENT);
        file = Files.write(folder.resolve("content"), CONTENT);
        SERVER.addListener(LISTENER);
        WebappContext context = new WebappContext("files", "");
        context.addServlet("rest", new ServletContainer(new ResourceConfig(ContentResource.class)))
                .addMapping("/*");
        context.deploy(SERVER);
        SERVER.start();
    }

    @AfterAll
    static void stop() {
        SERVER.shutdownNow();
    }

    @Test
    void theWholeFileIsSentToWhoAsksForNoRange() throws Exception {
        HttpResponse<byte[]> answer = send("GET");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(CONTENT);
        assertThat(header(answer, "Content-Length")).isEqualTo("200001");
        assertThat(header(answer, "Accept-Ranges")).isEqualTo("bytes");
        assertThat(header(answer, "ETag")).isEqualTo("\"c0ffee\"");
        assertThat(answer.headers().firstValue("Content-Range")).isEmpty();
    }

    @Test
    void theTypeIsTheFiles() {
        // Not over HTTP: Grizzly, unlike the application servers, drops the type of these answers.
        assertThat(answer().to(null, null).getMediaType()).isEqualTo(MediaType.valueOf("image/png"));
        assertThat(answer().to("bytes=0-1", null).getMediaType()).isEqualTo(MediaType.valueOf("image/png"));
    }

    @Test
    void aHeadHasTheSameHeadersAndNoBody() throws Exception {
        HttpResponse<byte[]> answer = send("HEAD");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(header(answer, "Content-Length")).isEqualTo("200001");
        assertThat(header(answer, "ETag")).isEqualTo("\"c0ffee\"");
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, 1",
        "bytes=100-70099, 100, 70100",
        "bytes=200000-, 200000, 200001",
        "bytes=-5, 199996, 200001",
        "bytes=0-999999, 0, 200001"
    })
    void aRangeIsSentAsOne(String range, int from, int to) throws Exception {
        HttpResponse<byte[]> answer = send("GET", "Range", range);

        assertThat(answer.statusCode()).isEqualTo(206);
        assertThat(answer.body()).isEqualTo(Arrays.copyOfRange(CONTENT, from, to));
        assertThat(header(answer, "Content-Length")).isEqualTo(String.valueOf(to - from));
        assertThat(header(answer, "Content-Range")).isEqualTo("bytes " + from + "-" + (to - 1) + "/200001");
    }

    @Test
    void aRangeThatTheFileDoesNotHaveIsRefused() throws Exception {
        HttpResponse<byte[]> answer = send("GET", "Range", "bytes=200001-");

        assertThat(answer.statusCode()).isEqualTo(416);
        assertThat(header(answer, "Content-Range")).isEqualTo("bytes */200001");
        assertThat(answer.body()).asString(StandardCharsets.US_ASCII).isEqualTo("The content has 200001 bytes.");
    }

    @Test
    void aRangeOfTheseBytesIsSentAndOneOfOthersIsNot() throws Exception {
        assertThat(send("GET", "Range", "bytes=0-1", "If-Range", "\"c0ffee\"").statusCode())
                .isEqualTo(206);
        HttpResponse<byte[]> others = send("GET", "Range", "bytes=0-1", "If-Range", "\"decaf\"");
        assertThat(others.statusCode()).isEqualTo(200);
        assertThat(others.body()).isEqualTo(CONTENT);
        assertThat(send("GET", "Range", "bytes=200001-", "If-Range", "\"decaf\"")
                        .statusCode())
                .isEqualTo(200);
    }

    private static FileAnswer answer() {
        return new FileAnswer(file, CONTENT.length, "c0ffee", MediaType.valueOf("image/png"));
    }

    private static HttpResponse<byte[]> send(String method, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + LISTENER.getPort() + "/content"))
                .method(method, BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElseThrow();
    }

    /** A resource as a room writes it. */
    @jakarta.ws.rs.Path("content")
    public static class ContentResource {

        @GET
        public Response content(@HeaderParam("Range") String range, @HeaderParam("If-Range") String ifRange) {
            return answer().to(range, ifRange);
        }
    }
}
