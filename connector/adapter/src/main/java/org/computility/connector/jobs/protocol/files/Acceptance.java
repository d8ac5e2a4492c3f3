package org.computility.connector.jobs.protocol.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Collectors;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.jobs.Accelerators;
import org.computility.connector.jobs.JobLimits;
import org.computility.connector.jobs.JobSpec;
import org.computility.connector.jobs.protocol.JobRules;

/** How a job gets into its folder. May happen again, and by several at once: the first counts. */
public final class Acceptance {

    private final Sandbox sandbox;
    private final JobFolder folder;
    private final String confinement;

    /** @param confinement what the supervisor does before it starts the job, in words of its script */
    public Acceptance(Sandbox sandbox, JobFolder folder, String confinement) {
        this.sandbox = sandbox;
        this.folder = folder;
        this.confinement = confinement;
    }

    /** Writes the job down unless it is; the supervisor's text comes along, for servers of other versions. */
    public void accept(JobSpec job) throws IOException, RuntimeFailure {
        if (folder.isAccepted()) {
            return;
        }
        String image = sandbox.image(job);
        String words = sandbox.options(job, folder);
        Folders.make(folder.work());
        Folders.make(folder.service());
        String options = "sandbox-" + UUID.randomUUID();
        folder.write(options, words);
        folder.write("supervisor.sh", supervisor());
        folder.write("given", job.resources().cores() + " " + job.resources().memoryBytes());
        folder.write("grace", Long.toString(job.limits().grace().toSeconds()));
        folder.writeOnce("job", text(job, options, image));
    }

    private String text(JobSpec job, String options, String image) {
        JobLimits limits = job.limits();
        String command =
                ServiceDoor.command(job).stream().map(Acceptance::quoted).collect(Collectors.joining(" "));
        return "set -- " + command
                + "\ncpu=" + limits.cpuTime().toSeconds()
                + " wall=" + limits.wallTime().toSeconds()
                + " grace=" + limits.grace().toSeconds()
                + " memory=" + limits.memoryBytes()
                + " file=" + limits.fileBytes()
                + " disk=" + (JobRules.diskBytes(limits) >> 10)
                + " processes=" + JobRules.MOST_PROCESSES
                + " port=" + job.servicePort()
                + " accelerators=" + accelerators(job)
                + " sandbox=" + options
                + " image=" + quoted(image)
                + "\nconfine() { " + confinement + "; }\n";
    }

    private static int accelerators(JobSpec job) {
        Accelerators asked = job.resources().accelerators();
        return asked == null ? 0 : asked.count();
    }

    /** One word for a shell, whatever it holds. */
    public static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }

    private static String supervisor() throws IOException {
        try (InputStream script = Acceptance.class.getResourceAsStream("supervisor.sh")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
