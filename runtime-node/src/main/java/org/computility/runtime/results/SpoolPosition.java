package org.computility.runtime.results;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** A place in a queue, kept in a file of its own. */
record SpoolPosition(long segment, long offset) {

    private static final String FILE = "position";

    /** The place that was kept; none when there is no file, or a spoiled one. */
    static Optional<SpoolPosition> read(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        String text = Files.exists(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
        if (!text.matches("\\d{1,18} \\d{1,18}")) {
            return Optional.empty();
        }
        int space = text.indexOf(' ');
        return Optional.of(
                new SpoolPosition(Long.parseLong(text.substring(0, space)), Long.parseLong(text.substring(space + 1))));
    }

    void write(Path folder) throws IOException {
        Path part = folder.resolve(FILE + ".part");
        Files.writeString(part, segment + " " + offset);
        Files.move(part, folder.resolve(FILE), StandardCopyOption.REPLACE_EXISTING);
    }
}
