package org.computility.connector.jobs.protocol.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.RuntimeFailure.Reason;

/** The programs that run and bound jobs. Without one of them no job runs: never without its sandbox. */
final class Tools {

    private static final List<String> NEEDED = List.of(
            "bwrap",
            "prlimit",
            "setsid",
            "setpriv",
            "timeout",
            "sh",
            "find",
            "sort",
            "awk",
            "stat",
            "mkfifo",
            "readlink",
            "head");

    private final List<String> folders;

    /** @param path folders with colons between them, as in {@code PATH} */
    Tools(String path) {
        this.folders = List.of(path.split(":"));
    }

    String path() {
        return String.join(":", folders);
    }

    /** @throws RuntimeFailure REFUSED, with the missing programs */
    void check() throws RuntimeFailure {
        List<String> missing =
                NEEDED.stream().filter(program -> find(program).isEmpty()).toList();
        if (!missing.isEmpty()) {
            throw missing(String.join(", ", missing));
        }
    }

    /** @throws RuntimeFailure REFUSED, where no job can serve here */
    void checkServices() throws RuntimeFailure {
        if (!haveServices()) {
            throw new RuntimeFailure(
                    Reason.REFUSED, "This machine runs no services: it lacks socat (Debian package socat)", null);
        }
    }

    boolean haveServices() {
        return find("socat").isPresent();
    }

    Path get(String program) throws RuntimeFailure {
        return find(program).orElseThrow(() -> missing(program));
    }

    private Optional<Path> find(String program) {
        return folders.stream()
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static RuntimeFailure missing(String programs) {
        String message = "This machine cannot run jobs safely: it lacks " + programs
                + " (Debian packages bubblewrap, util-linux and coreutils)";
        return new RuntimeFailure(Reason.REFUSED, message, null);
    }
}
