package org.computility.identity.rest.bodies;

import java.util.concurrent.atomic.AtomicLong;

/** How much of this server's memory the bodies hold that arrive: at most a quarter. */
final class BodyMemory {

    private static final int PART = 4;

    private final AtomicLong held = new AtomicLong();
    private final long most;

    BodyMemory(long most) {
        this.most = most;
    }

    static BodyMemory ofThisServer() {
        return new BodyMemory(Runtime.getRuntime().maxMemory() / PART);
    }

    /** False when there is no room for so many bytes more. */
    boolean take(long bytes) {
        if (held.addAndGet(bytes) <= most) {
            return true;
        }
        held.addAndGet(-bytes);
        return false;
    }

    void give(long bytes) {
        held.addAndGet(-bytes);
    }
}
