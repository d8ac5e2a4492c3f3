package org.computility.connector.jobs.protocol.process;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Bubblewrap, which a newcomer's machine may lack: there the tests that need it are skipped, in CI they fail. */
final class SandboxTool {

    private static final Path BWRAP = Path.of("/usr/bin/bwrap");

    private SandboxTool() {}

    static void require() {
        if (Files.isExecutable(BWRAP)) {
            return;
        }
        String message = "needs " + BWRAP + ", which is not installed (.ci/run installs it on Debian)";
        if ("true".equals(System.getenv("CI"))) {
            throw new AssertionError(message);
        }
        System.out.println("Tests are skipped: this " + message);
        Assumptions.abort(message);
    }
}
