package org.computility.connector.jobs.protocol.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.computility.connector.RuntimeFailure;

/** Copies files of a folder that may hang: however long all of it takes, no part of it hangs. */
public record Piecewise(Guard guard) {

    private static final int CHUNK = 1 << 20;

    /**
     * Copies what the step opens.
     *
     * @throws RuntimeFailure before the first byte
     * @throws IOException afterwards, and from {@code to}
     */
    public void copy(FolderSteps.Step<InputStream> open, OutputStream to) throws IOException, RuntimeFailure {
        InputStream from = guard.take(open);
        try {
            byte[] chunk = guard.take(() -> from.readNBytes(CHUNK));
            while (chunk.length > 0) {
                to.write(chunk);
                // The last one ends where the file ends.
                chunk = chunk.length < CHUNK ? new byte[0] : next(from);
            }
        } finally {
            guard.take(() -> {
                from.close();
                return null;
            });
        }
    }

    private byte[] next(InputStream from) throws IOException {
        try {
            return guard.take(() -> from.readNBytes(CHUNK));
        } catch (RuntimeFailure e) {
            throw new IOException(e);
        }
    }
}
