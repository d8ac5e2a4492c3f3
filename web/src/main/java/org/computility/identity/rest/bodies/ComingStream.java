package org.computility.identity.rest.bodies;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A body that has one of the {@link HeldThreads} from its first read to its end, or is refused where too many have one. It is read within
 * the server's time-outs.
 */
final class ComingStream extends ServletInputStream {

    private static final Logger LOG = Logger.getLogger(ComingStream.class.getName());

    private final ServletInputStream body;
    private final HeldThreads threads;
    private final String caller;
    private boolean holding;
    private boolean over;

    ComingStream(ServletInputStream body, HeldThreads threads, String caller) {
        this.body = body;
        this.threads = threads;
        this.caller = caller;
    }

    @Override
    public int read() {
        return entered(body::read);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        return entered(() -> body.read(buffer, offset, length));
    }

    @Override
    public int available() throws IOException {
        return body.available();
    }

    @Override
    public boolean isFinished() {
        return body.isFinished();
    }

    @Override
    public boolean isReady() {
        return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        body.setReadListener(listener);
    }

    /** Nobody reads on. */
    void leave() {
        over = true;
        if (holding) {
            holding = false;
            threads.give(caller);
        }
    }

    private int entered(Read read) {
        if (!holding && !over) {
            holding = threads.take(caller);
            if (!holding) {
                throw BodyFault.busy();
            }
        }
        int count = inTime(read);
        if (count < 0) {
            leave();
        }
        return count;
    }

    /** The server's time is over, or the caller has hung up and hears nothing. Neither is a fault of ours. */
    private static int inTime(Read read) {
        try {
            return read.once();
        } catch (IOException e) {
            LOG.log(Level.FINE, "A body broke off", e);
            throw BodyFault.LATE.failure();
        }
    }

    private interface Read {
        int once() throws IOException;
    }
}
