package org.computility.identity.rest.bodies;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayInputStream;

/** A body that is there, or the failure of a body that is not. */
final class ArrivedStream extends ServletInputStream {

    private final ByteArrayInputStream bytes;
    private final BodyFault fault;

    /** @param fault null for a body that is there */
    ArrivedStream(byte[] bytes, BodyFault fault) {
        this.bytes = new ByteArrayInputStream(bytes);
        this.fault = fault;
    }

    @Override
    public int read() {
        check();
        return bytes.read();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        check();
        return bytes.read(buffer, offset, length);
    }

    @Override
    public int available() {
        return bytes.available();
    }

    @Override
    public boolean isFinished() {
        return fault == null && bytes.available() == 0;
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
        throw new IllegalStateException("The body is there already.");
    }

    private void check() {
        if (fault != null) {
            throw fault.failure();
        }
    }
}
