package org.computility.connector.jobs.protocol.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.RuntimeFailure.Reason;

/** Takes a job's folder away: in one step out of sight, then from the disk. */
public final class Removal {

    private static final int MOST_SECONDS = 60;

    /**
     * What a job left may be forbidden, or deeper than a path is long; these two programs cope. What an earlier removal
     * did not finish goes along.
     */
    private static final String REMOVE = "chmod -R u+rwX -- .forgotten-*; rm -rf -- .forgotten-*";

    private final Path root;

    public Removal(Path root) {
        this.root = root;
    }

    /** @param folder of a job, below the root */
    public void remove(Path folder) throws IOException, RuntimeFailure {
        removeGroups(new JobFolder(folder));
        Path away = root.resolve(".forgotten-" + UUID.randomUUID());
        Files.move(folder, away, StandardCopyOption.ATOMIC_MOVE);
        Process removing = new ProcessBuilder("sh", "-c", REMOVE)
                .directory(root.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        await(removing);
    }

    /** A killed supervisor leaves its job's control groups, with nothing in them. */
    public static void removeGroups(JobFolder folder) throws IOException {
        for (String group : folder.read("groups").orElse("").lines().toList()) {
            try {
                Files.deleteIfExists(Path.of(group));
            } catch (IOException e) {
                // It costs nothing, and goes with the machine's next start.
                assert Files.exists(Path.of(group));
            }
        }
    }

    private static void await(Process removing) throws RuntimeFailure {
        try {
            if (!removing.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
                throw new RuntimeFailure(Reason.TIMED_OUT, "Removing the job's files takes long; it goes on", null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RuntimeFailure(Reason.TIMED_OUT, "Interrupted while the job's files are removed", e);
        }
    }
}
