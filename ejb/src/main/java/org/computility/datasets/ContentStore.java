package org.computility.datasets;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.computility.datasets.bucket.BucketConfig;
import org.computility.datasets.bucket.ContentBucket;
import org.computility.shared.PlatformConfig;
import org.computility.shared.Unavailable;
import org.computility.shared.keys.Hashes;
import org.computility.shared.space.DiskSpace;
import org.computility.shared.space.FullDisk;

/**
 * The contents of all rooms, each named by its SHA-256, in a folder of the data directory, which the servers of a cluster share;
 * or in an S3 bucket, of which the folder then holds copies. A content comes into its place whole or not at all.
 */
@ApplicationScoped
public class ContentStore {

    private static final Logger LOG = Logger.getLogger(ContentStore.class.getName());
    private static final int BUFFER = 1 << 16;

    private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}");

    /** So many bytes are written between two looks at the free space. */
    private static final long STRIDE = 64 * BUFFER;

    private Path store;
    private Optional<ContentBucket> bucket = Optional.empty();

    @Inject
    private DiskSpace space;

    /** For the container, which then has the folder of this server's settings used. */
    public ContentStore() {}

    ContentStore(Path dataDirectory, DiskSpace space, Optional<ContentBucket> bucket) {
        use(dataDirectory);
        this.space = space;
        this.bucket = bucket;
    }

    // Not in the constructor: containers may call that for the proxy, too.
    @PostConstruct
    void open() {
        use(PlatformConfig.current().dataDirectory());
        bucket = BucketConfig.current().map(ContentBucket::new);
    }

    private void use(Path dataDirectory) {
        // Named by the first contents; data directories that are in use have this folder.
        store = dataDirectory.resolve("packages");
    }

    /**
     * Writes a stream to disk while hashing it. No transaction need be open meanwhile.
     *
     * @param largest how many bytes it may have
     * @throws ContentTooLarge when it has more
     * @throws ContentWithoutRoom when the disk would be short of room with it
     * @throws IOException when it cannot be read to its end, or not be written
     */
    public Arrival receive(InputStream stream, long largest) throws IOException {
        checkRoom();
        Files.createDirectories(incoming());
        Path path = incoming().resolve(UUID.randomUUID().toString());
        MessageDigest sha256 = Hashes.sha256();
        MessageDigest md5 = Hashes.md5();
        try {
            long size;
            try (OutputStream file = Files.newOutputStream(path);
                    OutputStream hashed = new DigestOutputStream(new DigestOutputStream(file, sha256), md5)) {
                size = copy(stream, hashed, largest);
            }
            StoredContent content = new StoredContent(Hashes.hex(sha256.digest()), Hashes.hex(md5.digest()), size);
            return new Arrival(path, place(content.sha256()), content, bucket);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(path);
            if (FullDisk.isOne(e)) {
                throw new ContentWithoutRoom();
            }
            throw e;
        }
    }

    /**
     * The file that has these bytes; empty when they are not in the store.
     *
     * @throws Unavailable {@code storage-away} when the bucket does not answer
     */
    public Optional<Path> find(String sha256) {
        Path place = place(sha256);
        if (Files.isRegularFile(place)) {
            return Optional.of(place);
        }
        try {
            return bucket.isPresent() ? fetched(sha256, bucket.get()) : Optional.empty();
        } catch (IOException e) {
            LOG.log(Level.WARNING, e, () -> "The content " + sha256 + " could not be fetched");
            throw new Unavailable("storage-away", "The contents of the platform cannot be read now.");
        }
    }

    private Optional<Path> fetched(String sha256, ContentBucket from) throws IOException {
        Optional<InputStream> there = from.get(sha256);
        if (there.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream content = there.get();
                Arrival arrival = receive(content, Long.MAX_VALUE)) {
            if (!arrival.content().sha256().equals(sha256)) {
                throw new IOException("The bucket has other bytes under " + sha256);
            }
            arrival.place();
            return Optional.of(place(sha256));
        }
    }

    /** Whether contents have such names; a bucket may have other objects besides. */
    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** Where contents lie besides the folder. */
    Optional<ContentBucket> bucket() {
        return bucket;
    }

    /** Files older than that instant: contents, by their names, and files that never came to their place. */
    List<Path> olderThan(Instant instant) throws IOException {
        if (!Files.isDirectory(store)) {
            return List.of();
        }
        List<Path> old = new ArrayList<>();
        try (Stream<Path> files = Files.walk(store, 2)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                if (isOlder(file, instant)) {
                    old.add(file);
                }
            }
        }
        return old;
    }

    /** Deletes the files that are none of these contents and are still older: a content may have come in anew. */
    int delete(List<Path> files, Set<String> needed, Instant instant) throws IOException {
        int deleted = 0;
        for (Path file : files) {
            if (!needed.contains(file.getFileName().toString())
                    && isOlder(file, instant)
                    && Files.deleteIfExists(file)) {
                deleted++;
            }
        }
        return deleted;
    }

    private static boolean isOlder(Path file, Instant instant) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(instant);
        } catch (NoSuchFileException e) {
            // Come to its place meanwhile, or deleted by another server.
            return false;
        }
    }

    private Path place(String sha256) {
        return store.resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    private Path incoming() {
        return store.resolve("incoming");
    }

    private void checkRoom() throws ContentWithoutRoom {
        if (!space.hasRoomFor(STRIDE)) {
            throw new ContentWithoutRoom();
        }
    }

    private long copy(InputStream stream, OutputStream target, long largest) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long size = 0;
        long checked = 0;
        for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
            size += count;
            if (size > largest) {
                throw new ContentTooLarge(largest);
            }
            if (size - checked >= STRIDE) {
                checkRoom();
                checked = size;
            }
            target.write(buffer, 0, count);
        }
        return size;
    }
}
