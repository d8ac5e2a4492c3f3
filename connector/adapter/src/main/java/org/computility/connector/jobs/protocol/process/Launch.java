package org.computility.connector.jobs.protocol.process;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.Map;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.jobs.protocol.files.JobFolder;

/** How an accepted job begins. May happen again, and by several at once. */
final class Launch {

    private final Tools tools;
    private final JobFolder folder;

    Launch(Tools tools, JobFolder folder) {
        this.tools = tools;
        this.folder = folder;
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
