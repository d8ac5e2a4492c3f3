package org.computility.algorithms.archives;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.computility.algorithms.StoredFile;
import org.computility.shared.keys.Hashes;
import org.computility.shared.Rejected;

/**
 * The bytes of all packages, named by their SHA-256, in the folder {@code packages} of the data directory (which the
 * servers of a cluster share). A file comes into its place whole or not at all.
 */
final class PackageFiles {

    private final Path store;
    private final Path incoming;
    private final long largest;

    PackageFiles(Path dataDirectory, long largest) {
        this.store = dataDirectory.resolve("packages");
        this.incoming = store.resolve("incoming");
        this.largest = largest;
    }

    /** Bytes that arrived and are not kept yet. */
    record Arrived(Path path, StoredFile file) {}

    /** Writes a stream to disk while hashing it; refuses what is too large, naming the member. */
    Arrived receive(String member, InputStream content) throws IOException {
        Files.createDirectories(incoming);
        Path path = incoming.resolve(UUID.randomUUID().toString());
        MessageDigest sha256 = Hashes.sha256();
        MessageDigest md5 = Hashes.md5();
        try {
            long size;
            try (OutputStream file = Files.newOutputStream(path);
                    OutputStream hashed = new DigestOutputStream(new DigestOutputStream(file, sha256), md5)) {
                size = copy(member, content, hashed);
            }
            return new Arrived(path, new StoredFile(Hashes.hex(sha256.digest()), Hashes.hex(md5.digest()), size));
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(path);
            throw e;
        }
    }

    /** Puts arrived bytes into their place; the same bytes twice are one file. */
    void keep(Arrived arrived) throws IOException {
        Path place = place(arrived.file().sha256());
        Files.createDirectories(place.getParent());
        // Young again, so that the cleaning does not take it before its row is written.
        Files.setLastModifiedTime(arrived.path(), FileTime.from(Instant.now()));
        try {
            Files.move(arrived.path(), place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(arrived.path(), place, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    void discard(Arrived arrived) throws IOException {
        Files.deleteIfExists(arrived.path());
    }

    /** Where the bytes with that SHA-256 lie. */
    Path place(String sha256) {
        return store.resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    /** Deletes files that no row names and that are older than that instant: a younger one may be on its way in. */
    int clean(Set<String> named, Instant olderThan) throws IOException {
        if (!Files.isDirectory(store)) {
            return 0;
        }
        List<Path> orphans;
        try (Stream<Path> files = Files.walk(store, 2)) {
            orphans = files.filter(Files::isRegularFile)
                    .filter(file -> !named.contains(file.getFileName().toString()))
                    .toList();
        }
        int deleted = 0;
        for (Path orphan : orphans) {
            if (Files.getLastModifiedTime(orphan).toInstant().isBefore(olderThan) && Files.deleteIfExists(orphan)) {
                deleted++;
            }
        }
        return deleted;
    }

    private long copy(String member, InputStream content, OutputStream target) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long size = 0;
        for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
            size += count;
            if (size > largest) {
                throw new Rejected("package-too-large", member, member + " has more than " + largest + " bytes.");
            }
            target.write(buffer, 0, count);
        }
        return size;
    }
}
