package org.computility.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The RTSP source of {@code tests/rtsp}, on a free port. */
final class RtspServer implements AutoCloseable {

    private final Process process;
    private final int port;

    private RtspServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts it; skips the test where gst-rtsp-server is not installed, unless this is CI, which installs it. */
    static RtspServer serve(Path folder) throws IOException {
        int port = freePort();
        Process process = new ProcessBuilder(
                        "/usr/bin/python3",
                        Path.of("..", "tests", "rtsp", "rtsp-server.py").toString(),
                        String.valueOf(port),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        boolean ready = "ready".equals(out.readLine());
        if ("true".equals(System.getenv("CI"))) {
            assertThat(ready).as("gst-rtsp-server is installed").isTrue();
        }
        String missing = "gst-rtsp-server is not installed; see tests/rtsp/rtsp-server.py";
        if (!ready) {
            // Maven counts skipped tests and keeps the reason to itself.
            System.out.println("Tests are skipped: " + missing);
        }
        assumeTrue(ready, missing);
        return new RtspServer(process, port);
    }

    String url(String name) {
        return "rtsp://127.0.0.1:" + port + "/" + name;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
