package org.computility.runtime.results;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.computility.algopackage.Folders;

/**
 * What waits for one receiver from one stream, oldest first, in append-only segment files. The position of what has been delivered is written after each delivery; when it is lost, the
 * tail is delivered again, never less. Survives the end of the process at any instant.
 */
final class SpoolQueue {

    private static final String SUFFIX = ".segment";
    private static final String ADDRESS = "address";
    private static final String PART = ".part";

    /** Some records from the front, and the place behind them. */
    record Batch(List<byte[]> records, SpoolPosition end) {}

    private final Path folder;
    private final String receiver;
    private final long segmentBytes;
    private final TreeMap<Long, Long> sizes = new TreeMap<>();
    private SpoolPosition front;
    private FileChannel tail;
    private boolean dirty;

    private SpoolQueue(Path folder, String receiver, long segmentBytes) {
        this.folder = folder;
        this.receiver = receiver;
        this.segmentBytes = segmentBytes;
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
        SpoolQueue queue = new SpoolQueue(folder, Files.readString(folder.resolve(ADDRESS)), segmentBytes);
        queue.load();
        return queue;
    }

    /** Whether it is a queue, not one that was being made or removed when its process ended. */
    static boolean isWhole(Path folder) throws IOException {
        Path address = folder.resolve(ADDRESS);
        return !folder.toString().endsWith(PART) && Files.exists(address) && Files.size(address) > 0;
    }

    String receiver() {
        return receiver;
    }

    synchronized void append(byte[] bytes) throws IOException {
        if (tail == null || sizes.lastEntry().getValue() >= segmentBytes) {
            openTail(sizes.isEmpty() ? front.segment() : sizes.lastKey() + 1);
        }
        ByteBuffer buffer = SpoolRecord.of(bytes);
        long written = buffer.remaining();
        try {
            while (buffer.hasRemaining()) {
                tail.write(buffer);
            }
        } catch (IOException e) {
            cutOffPart(e);
            throw e;
        }
        sizes.merge(sizes.lastKey(), written, Long::sum);
        dirty = true;
    }

    /** A full disk takes part of a record; nothing may be written behind it, because nobody would find that again. */
    private void cutOffPart(IOException failure) {
        try (FileChannel spoiled = tail) {
            tail = null;
            spoiled.truncate(sizes.lastEntry().getValue());
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    /** Up to that many records and bytes, at least one if there is one. */
    synchronized Batch peek(int most, long bytes) throws IOException {
        List<byte[]> records = new ArrayList<>();
        SpoolPosition at = front;
        long taken = 0;
        while (records.size() < most && taken < bytes && !sizes.isEmpty() && at.segment() <= sizes.lastKey()) {
            byte[] next = at.offset() < sizes.getOrDefault(at.segment(), 0L)
                    ? SpoolRecord.read(segment(at.segment()), at.offset())
                    : null;
            if (next == null && at.segment() == sizes.lastKey()) {
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
        while (!sizes.isEmpty() && sizes.firstKey() < front.segment()) {
            drop(sizes.firstKey());
        }
    }

    /** Gives up the oldest segment to make room; false when there is only one. */
    synchronized boolean giveUpOldest() throws IOException {
        if (sizes.size() < 2) {
            return false;
        }
        advance(new SpoolPosition(sizes.firstKey() + 1, 0));
        return true;
    }

    synchronized boolean isEmpty() throws IOException {
        return peek(1, 1).records().isEmpty();
    }

    synchronized long bytes() {
        return sizes.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Puts what was written on the disk itself, so that a power cut loses little. */
    synchronized void flush() throws IOException {
        if (dirty && tail != null) {
            tail.force(false);
            dirty = false;
        }
    }

    synchronized void close() throws IOException {
        flush();
        if (tail != null) {
            tail.close();
            tail = null;
        }
    }

    /** Removes it; under its own name it is there as a whole or not at all. */
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

    private void load() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(SUFFIX)).toList()) {
                String name = file.getFileName().toString();
                long number = Long.parseLong(name.substring(0, name.length() - SUFFIX.length()));
                sizes.put(number, Files.size(file));
            }
        }
        // A power cut, or a person who made room, may have taken the segment of the place that was kept.
        front = SpoolPosition.read(folder)
                .filter(kept -> sizes.containsKey(kept.segment()))
                .orElse(new SpoolPosition(sizes.isEmpty() ? 1 : sizes.firstKey(), 0));
        // A segment may end in a record cut off by the end of the process; new ones go to a fresh segment.
        if (!sizes.isEmpty()) {
            openTail(sizes.lastKey() + 1);
        }
    }

    private void openTail(long number) throws IOException {
        close();
        tail = FileChannel.open(segment(number), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        sizes.putIfAbsent(number, 0L);
    }

    private void drop(long number) throws IOException {
        sizes.remove(number);
        if (tail != null && sizes.isEmpty()) {
            tail.close();
            tail = null;
        }
        Files.deleteIfExists(segment(number));
    }

    private Path segment(long number) {
        return folder.resolve("%012d".formatted(number) + SUFFIX);
    }
}
