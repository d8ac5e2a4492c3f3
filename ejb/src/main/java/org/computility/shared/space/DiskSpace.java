package org.computility.shared.space;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.computility.shared.PlatformConfig;
import org.computility.shared.Settings;
import org.computility.shared.Unavailable;

/**
 * The free space of the data directory's file system, where an embedded database lies, too. A reserve of it is kept for what
 * must go on: nothing large may use it. To ask costs one call of the operating system, so nothing need be told when there
 * is room again.
 */
@ApplicationScoped
public class DiskSpace {

    private static final Logger LOG = Logger.getLogger(DiskSpace.class.getName());
    private static final long MIB = 1 << 20;
    private static final long LEAST_RESERVE = 64 * MIB;
    private static final long LARGEST_RESERVE = 1024 * MIB;

    /** So much of a small file system is kept. */
    private static final long SHARE = 8;

    private LongSupplier free;
    private long reserve;
    private volatile boolean isShort;

    /** For the container, which then has the file system of this server's settings watched. */
    public DiskSpace() {}

    /**
     * @param free bytes that are free now
     * @param reserve bytes that stay free
     */
    public DiskSpace(LongSupplier free, long reserve) {
        this.free = free;
        this.reserve = reserve;
    }

    // Not in the constructor: containers may call that for the proxy, too.
    @PostConstruct
    void open() {
        Path data = PlatformConfig.current().dataDirectory().toAbsolutePath();
        free = () -> store(data, FileStore::getUsableSpace);
        reserve = reserve(Settings.ofServer(), store(data, FileStore::getTotalSpace));
    }

    /** {@code COMPUTILITY_DISK_RESERVE_MIB}, default an eighth of the file system, 64 MiB to 1 GiB. */
    static long reserve(Settings settings, long total) {
        long usual = Math.max(LEAST_RESERVE, Math.min(LARGEST_RESERVE, total / SHARE));
        return settings.count("computility.disk.reserve.mib", usual / MIB) * MIB;
    }

    /** Whether so many bytes can be written without using the reserve. */
    public boolean hasRoomFor(long bytes) {
        long now = free.getAsLong();
        boolean room = now - bytes >= reserve;
        if (now < reserve != isShort) {
            isShort = now < reserve;
            String words = isShort
                    ? "The disk is short of room: {0} MiB are free, {1} MiB must stay free. Uploads and pictures are refused."
                    : "The disk has room again: {0} MiB are free.";
            LOG.log(isShort ? Level.WARNING : Level.INFO, words, new Object[] {now / MIB, reserve / MIB});
        }
        return room;
    }

    /** Refuses (507 {@code storage-full}) what has so many bytes, unless it can be written without using the reserve. */
    public void require(long bytes) {
        if (!hasRoomFor(bytes)) {
            throw refusal();
        }
    }

    /** How a call is refused for which there is no room (507). */
    public static Unavailable refusal() {
        return Unavailable.noRoom(
                null, "The platform's disk has no room for this now; send the request again when it has room again.");
    }

    private interface Figure {
        long of(FileStore store) throws IOException;
    }

    private static long store(Path folder, Figure figure) {
        Path existing = folder;
        while (!Files.exists(existing)) {
            existing = existing.getParent();
        }
        try {
            return figure.of(Files.getFileStore(existing));
        } catch (IOException e) {
            throw new UncheckedIOException("the room in " + existing + " is not known", e);
        }
    }
}
