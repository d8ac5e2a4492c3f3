package org.computility.demo;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.computility.demo.stage.Child;
import org.computility.demo.stage.Cleanup;
import org.computility.demo.stage.Patience;
import org.computility.runtime.media.synthetic.Scene;
import org.computility.runtime.media.synthetic.SyntheticVideo;

/** The cameras: drawn scenes, streamed by RTSP where GStreamer's server is installed, else read as files. */
final class Cameras {

    private static final String PYTHON = "/usr/bin/python3";
    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;
    private static final Duration START_LIMIT = Duration.ofSeconds(20);

    private final Path folder;
    private final List<Scene> scenes;
    private int port;

    Cameras(Path folder, List<Scene> scenes) {
        this.folder = folder;
        this.scenes = scenes;
    }

    /** Draws what the cameras see; small, because the machine starts a server meanwhile. */
    void draw() throws IOException {
        Files.createDirectories(folder);
        for (Scene scene : scenes) {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedIOException("interrupted");
            }
            SyntheticVideo.write(clip(scene), scene, WIDTH, HEIGHT);
        }
    }

    /** Where the clips lie. */
    Path folder() {
        return folder;
    }

    /** Starts streaming if this machine can; true when it does. */
    boolean stream(Path script, Path logs, Cleanup cleanup) throws IOException {
        if (!canStream()) {
            return false;
        }
        int free = freePort();
        List<String> command = List.of(PYTHON, script.toString(), "" + free, folder.toString());
        Child server = Child.start("cameras", logs, command, Map.of());
        cleanup.later("stop the cameras", server::end);
        Patience.until("the cameras stream", START_LIMIT, () -> server.said("ready"));
        port = free;
        return true;
    }

    /** The address of a camera. */
    String url(Scene scene) {
        return port == 0 ? clip(scene).toUri().toString() : "rtsp://127.0.0.1:" + port + "/" + scene.name();
    }

    /** The file that a camera plays. */
    Path clip(Scene scene) {
        return folder.resolve(scene.name() + ".mp4");
    }

    private static boolean canStream() throws IOException {
        if (!Files.isExecutable(Path.of(PYTHON))) {
            return false;
        }
        // The binding alone is not enough: without the plugins the script starts and then streams nothing.
        String probe = "import gi; gi.require_version('Gst', '1.0'); gi.require_version('GstRtspServer', '1.0'); "
                + "from gi.repository import Gst, GstRtspServer; Gst.init(None); "
                + "exit(not all(map(Gst.ElementFactory.find, ('qtdemux', 'h264parse', 'rtph264pay'))))";
        Process process = new ProcessBuilder(PYTHON, "-c", probe)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return process.waitFor() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
