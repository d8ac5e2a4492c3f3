package org.computility.shared.rest.idempotency;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import org.computility.shared.keys.Hashes;

/** A body that is hashed while it is read, whatever its size. The hash also covers what the reader leaves over. */
final class FingerprintStream extends FilterInputStream {

    private final MessageDigest digest = Hashes.sha256();
    private boolean ended;

    FingerprintStream(InputStream body) {
        super(body);
    }

    /** SHA-256 of the whole body; reads what is left of it. */
    byte[] fingerprint() throws IOException {
        readToItsEnd();
        // A digest begins anew once it has been asked.
        return copy().digest();
    }

    @Override
    public int read() throws IOException {
        int next = ended ? -1 : super.read();
        if (next >= 0) {
            digest.update((byte) next);
        } else {
            ended = true;
        }
        return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = ended ? -1 : super.read(buffer, offset, length);
        if (count > 0) {
            digest.update(buffer, offset, count);
        } else if (count < 0) {
            ended = true;
        }
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        return readNBytes((int) Math.min(count, 1 << 13)).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public void close() throws IOException {
        readToItsEnd();
        super.close();
    }

    private void readToItsEnd() throws IOException {
        transferTo(OutputStream.nullOutputStream());
    }

    private MessageDigest copy() {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("SHA-256 of the Java platform can be cloned", e);
        }
    }
}
