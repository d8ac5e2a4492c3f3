package org.computility.shared.outbound;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.computility.shared.outbound.OutboundFailed.Reason;

/** What a service answers, as it comes. Whoever has it closes it. */
public final class OutboundStream implements AutoCloseable {

    /** Answers that are shorter ask for no room. */
    private static final int CHUNK = 64 * 1024;

    private final int status;
    private final String type;
    private final InputStream body;
    private final OutboundLimits limits;

    OutboundStream(int status, String type, InputStream body, OutboundLimits limits) {
        this.status = status;
        this.type = type;
        this.body = body;
        this.limits = limits;
    }

    public boolean isSuccess() {
        return status / 100 == 2;
    }

    public int status() {
        return status;
    }

    /** As {@code Content-Type} says; empty where it says nothing. */
    public String type() {
        return type;
    }

    /** The bytes that are there, at least one; -1 at the end. */
    public int read(byte[] buffer) throws OutboundFailed {
        try {
            return body.read(buffer, 0, buffer.length);
        } catch (DownloadFailed e) {
            throw e.isForItsSize()
                    ? new OutboundFailed(Reason.TOO_LARGE, "answered more than " + limits.bytes() + " bytes")
                    : OutboundFailed.late(limits);
        } catch (IOException e) {
            throw OutboundFailed.unreachable(e);
        }
    }

    /** All of it. {@code room} is asked for each part of a long answer. */
    public OutboundAnswer whole(OutboundRoom room) throws OutboundFailed {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] buffer = new byte[CHUNK];
        int taken = 0;
        for (int count = read(buffer); count >= 0; count = read(buffer)) {
            all.write(buffer, 0, count);
            for (; all.size() - taken >= CHUNK; taken += CHUNK) {
                if (!room.take(CHUNK)) {
                    throw new OutboundFailed(Reason.BUSY, "answered more than there is memory for now");
                }
            }
        }
        return new OutboundAnswer(status, type, all.toByteArray());
    }

    @Override
    public void close() {
        try {
            body.close();
        } catch (IOException e) {
            // What was read was read, and no more is wanted.
            return;
        }
    }
}
