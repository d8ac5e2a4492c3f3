package org.computility.connector.jobs.protocol.process;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.jobs.JobLimits;
import org.computility.connector.jobs.JobSpec;

/** How a job gets into its folder and begins. Each step may be taken again, and by several at once. */
final class Launch {

    private final Tools tools;
    private final Sandbox sandbox;
    private final JobFolder folder;

    Launch(Tools tools, Sandbox sandbox, JobFolder folder) {
        this.tools = tools;
        this.sandbox = sandbox;
        this.folder = folder;
    }

    /** Writes the job down unless it is; the supervisor's text comes along, for servers of other versions. */
    void accept(JobSpec job) throws IOException, RuntimeFailure {
        if (folder.isAccepted()) {
            return;
        }
        Folders.make(folder.work());
        String options = "sandbox-" + UUID.randomUUID();
        folder.write(options, sandbox.options(job, folder.work()));
        folder.write("supervisor.sh", supervisor());
        folder.writeOnce("job", text(job, options));
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

    private static String text(JobSpec job, String options) {
        JobLimits limits = job.limits();
        String command = job.command().stream().map(Launch::quoted).collect(Collectors.joining(" "));
        return "set -- " + command
                + "\ncpu=" + limits.cpuTime().toSeconds()
                + " wall=" + limits.wallTime().toSeconds()
                + " memory=" + limits.memoryBytes()
                + " file=" + limits.fileBytes()
                + " sandbox=" + options
                + "\n";
    }

    /** One word for a shell, whatever it holds. */
    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }

    private static String supervisor() throws IOException {
        try (InputStream script = Launch.class.getResourceAsStream("supervisor.sh")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
