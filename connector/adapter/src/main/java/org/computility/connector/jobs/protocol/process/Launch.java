package org.computility.connector.jobs.protocol.process;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.jobs.protocol.files.JobFolder;

/** How an accepted job begins. May happen again, and by several at once. */
final class Launch {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String AGAIN = "launched";

    private final Tools tools;
    private final JobFolder folder;

    Launch(Tools tools, JobFolder folder) {
        this.tools = tools;
        this.folder = folder;
    }

    /** Where nobody began for a while: the machine had no process, no memory or no disk to give. */
    void again() throws IOException, RuntimeFailure {
        Instant late = Instant.now().minus(PATIENCE);
        if (folder.timeOf("job").isAfter(late)
                || folder.read(AGAIN).isPresent() && folder.timeOf(AGAIN).isAfter(late)) {
            return;
        }
        folder.write(AGAIN, "");
        start();
    }

    /** A second supervisor sees that it is one, and ends. */
    void start() throws IOException, RuntimeFailure {
        if (folder.started().isPresent()) {
            return;
        }
        Path setsid = tools.get("setsid");
        ProcessBuilder builder = new ProcessBuilder(setsid.toString(), "sh", "./supervisor.sh")
                .directory(folder.path().toFile())
                .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(
                        folder.path().resolve("supervisor.log").toFile()));
        // The server's environment holds secrets.
        builder.environment().clear();
        builder.environment().putAll(Map.of("PATH", tools.path(), "LC_ALL", "C"));
        builder.start();
    }
}
