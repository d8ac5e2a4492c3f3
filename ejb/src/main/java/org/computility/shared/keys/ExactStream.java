package org.computility.shared.keys;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that fails unless it has as many bytes as it was said to have. */
final class ExactStream extends FilterInputStream {

    private long left;

    ExactStream(InputStream content, long size) {
        super(content);
        left = size;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = in.read(buffer, offset, length);
        left -= Math.max(0, count);
        if (left < 0 || (count < 0 && left > 0)) {
            throw new IOException("The content has another size than it was said to have.");
        }
        return count;
    }
}
