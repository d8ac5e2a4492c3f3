package org.computility.system;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Programs that some tests need and a newcomer's machine may lack: there the tests are skipped, in CI they fail. */
public final class OptionalTool {

    private static final Set<String> TOLD = ConcurrentHashMap.newKeySet();

    private OptionalTool() {}

    /** The program's path; without it the test is skipped with one clear line, or fails when {@code CI=true}. */
    public static Path require(String program) {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseGet(() -> missing(program));
    }

    private static Path missing(String program) {
        String message = "needs " + program + ", which is not installed (.ci/run installs it on Debian)";
        if ("true".equals(System.getenv("CI"))) {
            throw new AssertionError(message);
        }
        // Maven counts skipped tests and keeps the reason to itself.
        if (TOLD.add(program)) {
            System.out.println("Tests are skipped: this " + message);
        }
        return Assumptions.abort(message);
    }
}
