package org.computility.runtime.results;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32;

/** A record in a segment file: its length, its checksum and its bytes. */
final class SpoolRecord {

    private static final int HEADER = 8;

    private SpoolRecord() {}

    /** As it is written. */
    static ByteBuffer of(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.allocate(HEADER + bytes.length);
        return buffer.putInt(bytes.length).putInt(checksum(bytes)).put(bytes).flip();
    }

    /** What a record with these bytes takes on disk. */
    static int size(byte[] bytes) {
        return HEADER + bytes.length;
    }

    /** The bytes of the record at that place; null when there is no record, or it was cut off or spoiled. */
    static byte[] read(Path segment, long offset) throws IOException {
        try (FileChannel channel = FileChannel.open(segment, StandardOpenOption.READ)) {
            ByteBuffer header = ByteBuffer.allocate(HEADER);
            if (channel.read(header, offset) < HEADER) {
                return null;
            }
            int length = header.getInt(0);
            if (length < 0 || offset + HEADER + length > channel.size()) {
                return null;
            }
            ByteBuffer content = ByteBuffer.allocate(length);
            channel.read(content, offset + HEADER);
            return checksum(content.array()) == header.getInt(4) ? content.array() : null;
        }
    }

    private static int checksum(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return (int) crc.getValue();
    }
}
