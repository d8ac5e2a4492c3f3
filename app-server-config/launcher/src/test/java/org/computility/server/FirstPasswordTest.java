package org.computility.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    void isForgottenOnceShown() throws IOException {
        FirstPassword password = new FirstPassword(dataDir);
        String shown = password.proposal().orElseThrow();

        password.forget();

        assertThat(password.proposal()).isEmpty();
        try (var files = Files.list(dataDir)) {
            for (Path file : files.toList()) {
                assertThat(Files.readString(file)).doesNotContain(shown);
            }
        }
    }

    @Test
    void waitsInAFileThatOnlyItsOwnerReads() throws IOException {
        new FirstPassword(dataDir).proposal();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(dataDir.resolve("first-password"))))
                .isEqualTo("rw-------");
    }

    @Test
    void countsAsTakenWhenTheServerLetsItIn() throws IOException, InterruptedException {
        FirstPassword password = new FirstPassword(dataDir);
        String proposal = password.proposal().orElseThrow();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/platform/v1/tokens", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(body.contains("\"" + proposal + "\"") ? 200 : 401, -1);
            exchange.close();
        });
        server.start();
        URI baseUri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        try {
            assertThat(password.taken(baseUri)).isTrue();
            Files.writeString(dataDir.resolve("first-password"), "another");
            assertThat(password.taken(baseUri)).isFalse();
        } finally {
            server.stop(0);
        }
    }
}
