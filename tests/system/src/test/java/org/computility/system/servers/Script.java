package org.computility.system.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs the scripts that administrators run, with a log of all they print. */
final class Script {

    private final Path log;
    private final Map<String, String> environment;

    Script(Path log, Map<String, String> environment) {
        this.log = log;
        this.environment = environment;
    }

    /** Runs the command to its end; fails when its status is not 0. */
    void run(Object... command) {
        Process process = start(command);
        try {
            int status = process.waitFor();
            if (status != 0) {
                throw new IllegalStateException(List.of(command) + " ended with " + status + ", see " + log);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Starts the command and leaves it running. */
    Process start(Object... command) {
        ProcessBuilder builder = new ProcessBuilder(
                        List.of(command).stream().map(Object::toString).toList())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
