package org.computility.runtime.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/** An answer's body that is given up after a silence, while somebody waits for its next bytes. */
final class ImpatientBody extends FilterInputStream {

    private static final Logger LOG = System.getLogger(ImpatientBody.class.getName());

    private final Duration longestSilence;
    private final AtomicBoolean givenUp = new AtomicBoolean();

    ImpatientBody(InputStream body, Duration longestSilence) {
        super(body);
        this.longestSilence = longestSilence;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        ScheduledFuture<?> alarm = Alarms.in(longestSilence, this::giveUp);
        int read;
        try {
            read = super.read(bytes, offset, length);
        } catch (IOException e) {
            throw givenUp.get() ? silence(e) : e;
        } finally {
            alarm.cancel(false);
        }
        // A body that is closed under its reader may look as if it had ended.
        if (read < 0 && givenUp.get()) {
            throw silence(null);
        }
        return read;
    }

    /** Closing drops the connection, and with it the wait. */
    private void giveUp() {
        givenUp.set(true);
        try {
            super.close();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "An answer that had fallen silent could not be closed", e);
        }
    }

    private IOException silence(IOException cause) {
        HttpTimeoutException silence =
                new HttpTimeoutException("nothing came for " + longestSilence.toSeconds() + " s");
        silence.initCause(cause);
        return silence;
    }
}
