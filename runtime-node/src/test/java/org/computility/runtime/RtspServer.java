package org.computility.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The RTSP source of {@code tests/rtsp}, on a free port. */
final class RtspServer implements AutoCloseable {

    private static final Path PYTHON = Path.of("/usr/bin/python3");

    private final Process process;
    private final int port;

    private RtspServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts it; skips the test where gst-rtsp-server is not installed, unless this is CI, which installs it. */
    static RtspServer serve(Path folder) throws IOException {
        int port = freePort();
        Optional<Process> streaming = Files.isExecutable(PYTHON) ? stream(folder, port) : Optional.empty();
        if ("true".equals(System.getenv("CI"))) {
            assertThat(streaming).as("gst-rtsp-server is installed").isPresent();
        }
        String missing = "gst-rtsp-server is not installed; see tests/rtsp/rtsp-server.py";
        if (streaming.isEmpty()) {
            // Maven counts skipped tests and keeps the reason to itself.
            System.out.println("Tests are skipped: " + missing);
        }
        assumeTrue(streaming.isPresent(), missing);
        return new RtspServer(streaming.orElseThrow(), port);
    }

    private static Optional<Process> stream(Path folder, int port) throws IOException {
        Process process = new ProcessBuilder(
                        PYTHON.toString(),
                        Path.of("..", "tests", "rtsp", "rtsp-server.py").toString(),
                        String.valueOf(port),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        return "ready".equals(out.readLine()) ? Optional.of(process) : Optional.empty();
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
