package org.computility.demo.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A temporary folder that is gone after the demo. */
public final class WorkFolder {

    private static final Duration DELETE_LIMIT = Duration.ofSeconds(20);

    private WorkFolder() {}

    public static Path create(Cleanup cleanup) throws IOException {
        Path folder = Files.createTempDirectory("computility-demo");
        cleanup.later("delete " + folder, () -> delete(folder, cleanup));
        return folder;
    }

    // The programs are gone, but the database's last files may vanish while they are listed; and after Ctrl-C the story
    // may just be writing a file.
    private static void delete(Path folder, Cleanup cleanup) {
        Patience.until(folder + " is deleted", DELETE_LIMIT, () -> {
            if (!cleanup.isStoryOver()) {
                return false;
            }
            try {
                deleteOnce(folder);
                return true;
            } catch (IOException | UncheckedIOException e) {
                return false;
            }
        });
    }

    private static void deleteOnce(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : all) {
            Files.deleteIfExists(file);
        }
    }
}
