package org.computility.connector.jobs.protocol.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.RuntimeFailure.Reason;

/** Takes a job's folder away: in one step out of sight, then from the disk. */
final class Removal {

    private static final int MOST_SECONDS = 60;

    /**
     * What a job left may be forbidden, or deeper than a path is long; these two programs cope. What an earlier removal
     * did not finish goes along.
     */
    private static final String REMOVE = "chmod -R u+rwX -- .forgotten-*; rm -rf -- .forgotten-*";

    private final Path root;

    Removal(Path root) {
        this.root = root;
    }

    void remove(Path folder) throws IOException, RuntimeFailure {
        Path away = root.resolve(".forgotten-" + UUID.randomUUID());
        Files.move(folder, away, StandardCopyOption.ATOMIC_MOVE);
        Process removing = new ProcessBuilder("sh", "-c", REMOVE)
                .directory(root.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        await(removing);
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
