package org.computility.shared.rest.idempotency;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/**
 * The body of an answer, held back until it is kept. A body that grows too large to be kept goes out at once, and so does one
 * that is read as it comes.
 */
final class KeptBody extends OutputStream {

    private final OutputStream out;
    private final int largest;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private final boolean live;
    private boolean tooLarge;

    /** @param live whether it is read as it comes */
    KeptBody(OutputStream out, int largest, boolean live) {
        this.out = out;
        this.largest = largest;
        this.live = live;
    }

    /** The whole body; empty when it was too large. */
    Optional<byte[]> held() {
        return tooLarge ? Optional.empty() : Optional.of(held.toByteArray());
    }

    /** Sends what is held back. */
    void release() throws IOException {
        if (!tooLarge && !live) {
            held.writeTo(out);
        }
    }

    @Override
    public void flush() throws IOException {
        if (live) {
            out.flush();
        }
    }

    @Override
    public void write(int next) throws IOException {
        write(new byte[] {(byte) next}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (!tooLarge && held.size() + length > largest) {
            release();
            tooLarge = true;
        }
        if (!tooLarge) {
            held.write(bytes, offset, length);
        }
        if (tooLarge || live) {
            out.write(bytes, offset, length);
        }
    }
}
