package org.computility.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FirstPasswordTest {

    @TempDir
    Path dataDir;

    @Test
    void isTheSameUntilItWasShown() throws IOException {
        String first = new FirstPassword(dataDir).proposal().orElseThrow();

        assertThat(first).hasSizeGreaterThanOrEqualTo(16);
        assertThat(new FirstPassword(dataDir).proposal()).contains(first);
    }

    @Test
    void isShownOnceToWhomeverItLetsInAndForgotten() throws IOException, InterruptedException {
        FirstPassword password = new FirstPassword(dataDir);
        String proposal = password.proposal().orElseThrow();

        assertThat(shown(password, body -> body.contains("\"" + proposal + "\"") ? 200 : 401))
                .contains("password " + proposal);

        assertThat(password.proposal()).isEmpty();
        try (var files = Files.list(dataDir)) {
            for (Path file : files.toList()) {
                assertThat(Files.readString(file)).doesNotContain(proposal);
            }
        }
    }

    @Test
    void isForgottenUnseenWhenTheServerHasAnother() throws IOException, InterruptedException {
        FirstPassword password = new FirstPassword(dataDir);
        password.proposal();

        assertThat(shown(password, body -> 401)).isEmpty();

        assertThat(password.proposal()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 429, 500, 503})
    void isKeptWhileTheServerSaysNeitherYesNorNo(int status) throws IOException, InterruptedException {
        FirstPassword password = new FirstPassword(dataDir);
        String proposal = password.proposal().orElseThrow();

        assertThat(shown(password, body -> status)).contains("next start").doesNotContain(proposal);

        assertThat(password.proposal()).contains(proposal);
        assertThat(shown(password, body -> 200)).contains(proposal);
    }

    @Test
    void waitsInAFileThatOnlyItsOwnerReads() throws IOException {
        new FirstPassword(dataDir).proposal();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(dataDir.resolve("first-password"))))
                .isEqualTo("rw-------");
    }

    /** What is printed when the server answers the login so. */
    private static String shown(FirstPassword password, ToIntFunction<String> answer)
            throws IOException, InterruptedException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/platform/v1/tokens", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.applyAsInt(body), -1);
            exchange.close();
        });
        server.start();
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try {
            password.show(
                    URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/"),
                    new PrintStream(printed, true, StandardCharsets.UTF_8));
        } finally {
            server.stop(0);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }
}
