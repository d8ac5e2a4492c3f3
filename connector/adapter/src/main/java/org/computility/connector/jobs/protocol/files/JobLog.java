package org.computility.connector.jobs.protocol.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import org.computility.connector.jobs.JobConnection;

/** What a job prints, while it prints and afterwards. */
public record JobLog(Path path) {

    /** As {@link JobConnection#log}. */
    public byte[] read(long offset, int most) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(path)) {
            long left = Math.min(channel.size() - offset, Math.min(most, JobConnection.LOG_CHUNK));
            return left > 0 ? read(channel.position(offset), (int) left) : new byte[0];
        } catch (NoSuchFileException e) {
            // Nothing printed yet.
            return new byte[0];
        }
    }

    private static byte[] read(SeekableByteChannel channel, int most) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(most);
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {}
        return Arrays.copyOf(bytes.array(), bytes.position());
    }
}
