package org.computility.runtime.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.computility.algopackage.Folders;

/**
 * The results of one stream that wait for one receiver, oldest first, in append-only segment files. The position behind
 * the delivered results is written after each delivery. When the position is lost, the tail is delivered again, never
 * less. The queue survives the end of the process at any instant.
 */
final class SpoolQueue {

    private static final String ADDRESS = "address";
    private static final String PART = ".part";

    /** Some records from the front, and the place behind them. */
    record Batch(List<byte[]> records, SpoolPosition end) {}

    private final Path folder;
    private final String receiver;
    private final SpoolSegments segments;
    private SpoolPosition front;

    private SpoolQueue(Path folder, String receiver, SpoolSegments segments, SpoolPosition front) {
        this.folder = folder;
        this.receiver = receiver;
        this.segments = segments;
        this.front = front;
    }

    static SpoolQueue create(Path folder, String receiver, long segmentBytes) throws IOException {
        Path part = part(folder);
        Folders.delete(part);
        Files.createDirectories(part);
        Files.writeString(part.resolve(ADDRESS), receiver);
        Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
        return open(folder, segmentBytes);
    }

    static SpoolQueue open(Path folder, long segmentBytes) throws IOException {
        String receiver = Files.readString(folder.resolve(ADDRESS));
        SpoolSegments segments = SpoolSegments.open(folder, segmentBytes);
        // A power cut, or a person who made room, may have removed the segment in which the kept place lies.
        Optional<SpoolPosition> kept = SpoolPosition.read(folder);
        SpoolPosition front = kept.filter(place -> segments.holds(place.segment()))
                .orElseGet(() -> new SpoolPosition(segments.isEmpty() ? behind(kept) : segments.first(), 0));
        return new SpoolQueue(folder, receiver, segments, front);
    }

    /** The first segment of an empty queue: none that the kept place, which stays on the disk, could be taken to lie in. */
    private static long behind(Optional<SpoolPosition> kept) {
        return kept.map(place -> place.segment() + 1).orElse(1L);
    }

    /** Whether the folder is a queue: not one that was being made or removed when its process ended. */
    static boolean isWhole(Path folder) throws IOException {
        Path address = folder.resolve(ADDRESS);
        return !folder.toString().endsWith(PART) && Files.exists(address) && Files.size(address) > 0;
    }

    String receiver() {
        return receiver;
    }

    synchronized void append(byte[] bytes) throws IOException {
        segments.append(bytes, front.segment());
    }

    /** Up to that many records and bytes, at least one if there is one. */
    synchronized Batch peek(int most, long bytes) throws IOException {
        List<byte[]> records = new ArrayList<>();
        SpoolPosition at = front;
        long taken = 0;
        while (records.size() < most && taken < bytes && !segments.isEmpty() && at.segment() <= segments.last()) {
            byte[] next = segments.read(at);
            if (next == null && at.segment() == segments.last()) {
                break; // the next record will be written here
            } else if (next == null) {
                at = new SpoolPosition(at.segment() + 1, 0);
            } else {
                records.add(next);
                taken += next.length;
                at = new SpoolPosition(at.segment(), at.offset() + SpoolRecord.size(next));
            }
        }
        return new Batch(records, at);
    }

    /** Everything before that place is done with. */
    synchronized void advance(SpoolPosition to) throws IOException {
        if (to.segment() < front.segment()) {
            return; // the front was given up meanwhile
        }
        front = to;
        to.write(folder);
        segments.dropBefore(to.segment());
    }

    /** Gives up the oldest segment to make room; false when there is only one. */
    synchronized boolean giveUpOldest() throws IOException {
        if (segments.count() < 2) {
            return false;
        }
        advance(new SpoolPosition(segments.first() + 1, 0));
        return true;
    }

    synchronized boolean isEmpty() throws IOException {
        return peek(1, 1).records().isEmpty();
    }

    synchronized long bytes() {
        return segments.bytes();
    }

    /** Forces written records to the disk itself, so that a power cut loses little. */
    synchronized void flush() throws IOException {
        segments.flush();
    }

    synchronized void close() throws IOException {
        segments.close();
    }

    /** Removes the queue; under its own name it is there as a whole or not at all. */
    synchronized void delete() throws IOException {
        close();
        Path part = part(folder);
        Folders.delete(part);
        Files.move(folder, part, StandardCopyOption.ATOMIC_MOVE);
        Folders.delete(part);
    }

    private static Path part(Path folder) {
        return folder.resolveSibling(folder.getFileName() + PART);
    }
}
