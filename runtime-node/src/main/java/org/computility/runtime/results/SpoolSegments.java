package org.computility.runtime.results;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The append-only files of one queue, numbered from the oldest. Guarded by its queue. */
final class SpoolSegments {

    private static final String SUFFIX = ".segment";

    private final Path folder;
    private final long segmentBytes;
    private final TreeMap<Long, Long> sizes = new TreeMap<>();
    private FileChannel tail;
    private boolean dirty;

    private SpoolSegments(Path folder, long segmentBytes) {
        this.folder = folder;
        this.segmentBytes = segmentBytes;
    }

    /**
     * The segments in the folder. New records go to a fresh segment: the last one may end in a record that the end of a
     * process cut off.
     */
    static SpoolSegments open(Path folder, long segmentBytes) throws IOException {
        SpoolSegments segments = new SpoolSegments(folder, segmentBytes);
        segments.load();
        return segments;
    }

    boolean isEmpty() {
        return sizes.isEmpty();
    }

    int count() {
        return sizes.size();
    }

    long first() {
        return sizes.firstKey();
    }

    long last() {
        return sizes.lastKey();
    }

    boolean holds(long number) {
        return sizes.containsKey(number);
    }

    long bytes() {
        return sizes.values().stream().mapToLong(Long::longValue).sum();
    }

    /** @param number of the segment to begin with when there is none */
    void append(byte[] bytes, long number) throws IOException {
        if (tail == null || sizes.lastEntry().getValue() >= segmentBytes) {
            openTail(isEmpty() ? number : last() + 1);
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
        sizes.merge(last(), written, Long::sum);
        dirty = true;
    }

    /** The record at that place; null when there is no record, or it was cut off or spoiled. */
    byte[] read(SpoolPosition at) throws IOException {
        return at.offset() < sizes.getOrDefault(at.segment(), 0L)
                ? SpoolRecord.read(file(at.segment()), at.offset())
                : null;
    }

    void dropBefore(long number) throws IOException {
        while (!isEmpty() && first() < number) {
            drop(first());
        }
    }

    /** Forces written records to the disk itself. */
    void flush() throws IOException {
        if (dirty && tail != null) {
            tail.force(false);
            dirty = false;
        }
    }

    void close() throws IOException {
        flush();
        if (tail != null) {
            tail.close();
            tail = null;
        }
    }

    private void load() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(SUFFIX)).toList()) {
                String name = file.getFileName().toString();
                long number = Long.parseLong(name.substring(0, name.length() - SUFFIX.length()));
                sizes.put(number, Files.size(file));
            }
        }
    }

    private void openTail(long number) throws IOException {
        close();
        tail = FileChannel.open(file(number), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        sizes.putIfAbsent(number, 0L);
    }

    /**
     * A full disk may take only a part of a record. Nothing may be written behind that part, because nobody would find
     * it again.
     */
    private void cutOffPart(IOException failure) {
        try {
            tail.truncate(sizes.lastEntry().getValue());
        } catch (IOException e) {
            failure.addSuppressed(e);
            giveUpTail(failure);
        }
    }

    /** The next record begins another segment. */
    private void giveUpTail(IOException failure) {
        try (FileChannel spoiled = tail) {
            tail = null;
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    private void drop(long number) throws IOException {
        sizes.remove(number);
        if (tail != null && isEmpty()) {
            tail.close();
            tail = null;
        }
        Files.deleteIfExists(file(number));
    }

    private Path file(long number) {
        return folder.resolve("%012d".formatted(number) + SUFFIX);
    }
}
