package org.computility.algopackage.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/** Stops a decompression bomb while it unfolds, whatever the headers claim. */
final class BoundedStream extends FilterInputStream {

    private static final long LOOK_AT_RATIO_FROM = 1 << 20;

    private final ArchiveLimits limits;
    private final LongSupplier compressed;
    private long out;

    BoundedStream(InputStream in, ArchiveLimits limits, LongSupplier compressed) {
        super(in);
        this.limits = limits;
        this.compressed = compressed;
    }

    /** Travels through the archive library as an IOException; outside, it is turned into a fault of the package. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        TooLarge(String message) {
            super(message);
        }
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int n = super.read(buffer, offset, length);
        count(n);
        return n;
    }

    @Override
    public long skip(long n) throws IOException {
        long skipped = super.skip(n);
        count(skipped);
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(long n) throws IOException {
        out += Math.max(n, 0);
        // Headers and padding come on top of the content.
        if (out > limits.totalBytes() + 2048L * limits.entries() + (1 << 20)) {
            throw new TooLarge("the archive holds more than " + limits.totalBytes() + " bytes");
        }
        if (out > LOOK_AT_RATIO_FROM && out / limits.ratio() > compressed.getAsLong()) {
            throw new TooLarge("the archive unfolds to more than " + limits.ratio() + " times its size");
        }
    }
}
