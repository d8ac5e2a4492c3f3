package org.computility.connector.jobs.protocol.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The folder of one job, its only memory. Each file appears whole, by a link or a move: {@code job} (accepted), {@code
 * started} (by which process), {@code cancel} (asked to end), {@code ended} (how). The times are those of the files.
 */
public record JobFolder(Path path) {

    /** The one place where the job may write. */
    public Path work() {
        return path.resolve("work");
    }

    /** Where a service's socket is. */
    public Path service() {
        return path.resolve("service");
    }

    public Path log() {
        return path.resolve("log");
    }

    public boolean isAccepted() {
        return Files.exists(path.resolve("job"));
    }

    public boolean isCancelled() {
        return Files.exists(path.resolve("cancel"));
    }

    public Optional<String> started() throws IOException {
        return read("started");
    }

    public Optional<String> ended() throws IOException {
        return read("ended");
    }

    public Instant timeOf(String name) throws IOException {
        return Files.getLastModifiedTime(path.resolve(name)).toInstant();
    }

    /** Appears with its content, or is there already and stays. When this returns it outlives a loss of power. */
    public void writeOnce(String name, String content) throws IOException {
        if (!Files.exists(path.resolve(name))) {
            linkOnce(name, content, true);
            Folders.force(path);
        }
    }

    /** As {@link #writeOnce}, for what nobody needs after a loss of power. */
    public void noteOnce(String name, String content) throws IOException {
        if (!Files.exists(path.resolve(name))) {
            linkOnce(name, content, false);
        }
    }

    private void linkOnce(String name, String content, boolean forced) throws IOException {
        Path part = part(content);
        try {
            if (forced) {
                Folders.force(part);
            }
            Files.createLink(path.resolve(name), part);
        } catch (FileAlreadyExistsException e) {
            // The first one counts.
            assert Files.exists(path.resolve(name));
        } finally {
            Files.delete(part);
        }
    }

    /** An empty one; false where it is there already. When this returns it outlives a loss of power. */
    public boolean createOnce(String name) throws IOException {
        try {
            Files.createFile(path.resolve(name));
            Folders.force(path);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    /** Appears with its content, in place of what is there. */
    public void write(String name, String content) throws IOException {
        Files.move(part(content), path.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private Path part(String content) throws IOException {
        return Files.writeString(path.resolve("part-" + UUID.randomUUID()), content);
    }

    /** Empty where there is no such file. */
    public Optional<String> read(String name) throws IOException {
        try {
            return Optional.of(Files.readString(path.resolve(name), StandardCharsets.US_ASCII));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }
}
