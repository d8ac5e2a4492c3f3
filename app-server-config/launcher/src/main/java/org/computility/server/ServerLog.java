package org.computility.server;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.regex.Pattern;

/**
 * What Payara Micro logs: it writes {@code server.0.log} itself, and begins a new file each day and at 20 MB ({@link DailyLog}). The last ten
 * files are kept. What goes past the log, such as the last words of a JVM that crashes, stands in {@code server.out} until the next start.
 */
final class ServerLog {

    private static final String BYTES = "20000000";
    private static final String FILES = "10";

    private final Path folder;
    private final long before;

    /** The log in that folder; what it says up to now is an earlier server's. */
    ServerLog(Path folder) throws IOException {
        this.folder = folder;
        before = Files.exists(file()) ? Files.size(file()) : 0;
    }

    /** The file that is being written. */
    Path file() {
        return folder.resolve("server.0.log");
    }

    /** What the process prints. */
    Path output() {
        return folder.resolve("server.out");
    }

    /** Tells Payara Micro's own logging settings, of one start, to write here. */
    void addTo(Path loggingProperties) throws IOException {
        String handler = "java.util.logging.FileHandler";
        Files.writeString(
                loggingProperties,
                String.join(
                        "\n",
                        "",
                        "handlers=" + DailyLog.class.getName(),
                        handler + ".pattern=" + folder.toString().replace("%", "%%") + "/server.%g.log",
                        handler + ".limit=" + BYTES,
                        handler + ".count=" + FILES,
                        handler + ".append=true",
                        handler + ".encoding=UTF-8",
                        handler + ".level=FINE",
                        handler + ".formatter=com.sun.enterprise.server.logging.ODLLogFormatter",
                        "com.sun.enterprise.server.logging.ODLLogFormatter.ansiColor=false",
                        ""),
                StandardOpenOption.APPEND);
    }

    /** Whether this start's log says that. */
    boolean says(Pattern text) {
        try (FileChannel channel = FileChannel.open(file())) {
            // A file that is shorter than before is the next one.
            long start = before > channel.size() ? 0 : before;
            byte[] written = Channels.newInputStream(channel.position(start)).readAllBytes();
            return text.matcher(new String(written, StandardCharsets.UTF_8)).find();
        } catch (IOException e) {
            return false; // Not begun yet.
        }
    }
}
