package org.computility.datasets;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import org.computility.datasets.bucket.ContentBucket;

/** Bytes that came in whole and can be looked at. Closing this deletes them unless they are kept. */
public final class Arrival implements AutoCloseable {

    private final Path path;
    private final Path place;
    private final StoredContent content;
    private final Optional<ContentBucket> bucket;

    Arrival(Path path, Path place, StoredContent content, Optional<ContentBucket> bucket) {
        this.path = path;
        this.place = place;
        this.content = content;
        this.bucket = bucket;
    }

    /** What came. */
    public StoredContent content() {
        return content;
    }

    /** The file to look into, until it is kept or this is closed. */
    public Path path() {
        return path;
    }

    /** Puts the bytes into their place, whole or not at all; the same bytes twice are one file. */
    public void keep() throws IOException {
        if (bucket.isPresent()) {
            bucket.get().put(content.sha256(), path);
        }
        place();
    }

    /** Puts them into the folder alone. */
    void place() throws IOException {
        Files.createDirectories(place.getParent());
        // Makes the file young again, so that the cleaning does not take it before its row is written.
        Files.setLastModifiedTime(path, FileTime.from(Instant.now()));
        try {
            Files.move(path, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(path, place, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
