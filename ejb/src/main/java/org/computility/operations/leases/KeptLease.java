package org.computility.operations.leases;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * A lease that its holder asks for before each of many small steps. Each true answer of the database is believed for a while,
 * which must be a small part of what the lease lasts: a question is a commit.
 */
public final class KeptLease {

    private final BooleanSupplier asks;
    private final long believed;
    private final LongSupplier nanos;
    private boolean held;
    private long since;

    /**
     * @param asks takes or prolongs the lease in the database; false where another server has it
     * @param believed for how long a true answer holds without asking again
     */
    public KeptLease(BooleanSupplier asks, Duration believed) {
        this(asks, believed, System::nanoTime);
    }

    KeptLease(BooleanSupplier asks, Duration believed, LongSupplier nanos) {
        this.asks = asks;
        this.believed = believed.toNanos();
        this.nanos = nanos;
    }

    /** Whether this server has it. */
    public synchronized boolean isHeld() {
        long now = nanos.getAsLong();
        if (!held || now - since >= believed) {
            held = false;
            held = asks.getAsBoolean();
            since = now;
        }
        return held;
    }
}
