package org.computility.benchmarks.runtime;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** {@code tests/rtsp/rtsp-server.py} as a process of its own. */
final class RtspSource implements AutoCloseable {

    private final Process process;
    private final int port;

    RtspSource(Path folder) throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        process = new ProcessBuilder(
                        "/usr/bin/python3", "tests/rtsp/rtsp-server.py", String.valueOf(port), folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!"ready".equals(process.inputReader(StandardCharsets.UTF_8).readLine())) {
            throw new IOException("gst-rtsp-server is not installed");
        }
    }

    String url(String name) {
        return "rtsp://127.0.0.1:" + port + "/" + name;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
