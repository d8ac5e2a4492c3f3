package org.computility.shared.outbound;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A download that ends, by size and by time. Throws {@link DownloadFailed} when it is cut. */
final class BoundedDownload extends FilterInputStream {

    private final long maximumBytes;
    private final Duration limit;
    private volatile boolean late;
    private long taken;

    /**
     * Cut after the time that is left.
     *
     * @param limit what the whole download may take; told to whoever reads on after the cut
     */
    BoundedDownload(InputStream body, long maximumBytes, Duration limit, Duration left) {
        super(body);
        this.maximumBytes = maximumBytes;
        this.limit = limit;
        // Closing from outside wakes a reader that waits for a silent server; nothing else does.
        CompletableFuture.delayedExecutor(left.toMillis(), TimeUnit.MILLISECONDS)
                .execute(this::cut);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = readBeforeCut(buffer, offset, length);
        if (late) {
            throw new DownloadFailed("The download took longer than " + limit.toSeconds() + " s.", false);
        }
        taken += Math.max(count, 0);
        if (taken > maximumBytes) {
            throw new DownloadFailed("The content is larger than " + maximumBytes + " bytes.", true);
        }
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        return Math.max(0, read(new byte[(int) Math.min(count, 8192)]));
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private int readBeforeCut(byte[] buffer, int offset, int length) throws IOException {
        try {
            return super.read(buffer, offset, length);
        } catch (IOException e) {
            if (late) {
                return -1;
            }
            throw e;
        }
    }

    private void cut() {
        late = true;
        try {
            close();
        } catch (IOException e) {
            // The reader meets the cut by itself.
            return;
        }
    }
}
