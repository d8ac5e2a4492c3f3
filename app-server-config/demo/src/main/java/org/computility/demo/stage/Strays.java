package org.computility.demo.stage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** Programs that outlive those who started them, as a job outlives its platform; they work in folders of the demo. */
public final class Strays {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private Strays() {}

    /** Ends all programs that work below the folder, and returns when they are gone. */
    public static void end(Path folder) throws IOException {
        Path real = folder.toRealPath();
        in(real).forEach(ProcessHandle::destroy);
        Patience.until(
                "nothing runs in " + folder, LIMIT, () -> in(real).findAny().isEmpty());
    }

    private static Stream<ProcessHandle> in(Path folder) {
        return ProcessHandle.allProcesses().filter(process -> {
            try {
                return Files.readSymbolicLink(Path.of("/proc", "" + process.pid(), "cwd"))
                        .startsWith(folder);
            } catch (IOException e) {
                // It has ended, or is somebody else's.
                return false;
            }
        });
    }
}
