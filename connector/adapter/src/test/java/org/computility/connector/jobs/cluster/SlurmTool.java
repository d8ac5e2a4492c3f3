package org.computility.connector.jobs.cluster;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** Slurm, which a newcomer's machine may lack: there the tests that need it are skipped, in CI they fail. */
public final class SlurmTool {

    private static final List<String> FOLDERS = List.of("/usr/sbin", "/usr/bin", "/sbin", "/bin");
    private static final List<String> PROGRAMS =
            List.of("munged", "slurmctld", "slurmd", "slurmrestd", "scontrol", "squeue", "scancel", "bwrap");

    private SlurmTool() {}

    public static void require() {
        List<String> missing =
                PROGRAMS.stream().filter(program -> find(program).isEmpty()).toList();
        if (missing.isEmpty()) {
            return;
        }
        String message = "needs " + String.join(", ", missing) + ", not installed (.ci/run installs Slurm on Debian)";
        if ("true".equals(System.getenv("CI"))) {
            throw new AssertionError(message);
        }
        System.out.println("Tests are skipped: this " + message);
        Assumptions.abort(message);
    }

    static Path get(String program) {
        return find(program).orElseThrow(() -> new IllegalStateException(program + " is not installed"));
    }

    private static Optional<Path> find(String program) {
        return FOLDERS.stream()
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
