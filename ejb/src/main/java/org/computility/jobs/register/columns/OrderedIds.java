package org.computility.jobs.register.columns;

import java.time.Instant;
import java.util.UUID;

/** UUIDs of version 7 (RFC 9562): sorted by their text they are sorted by their time, and an index grows at its end. */
public final class OrderedIds {

    /** The time has 48 bits. */
    private static final Instant LAST = Instant.ofEpochMilli((1L << 48) - 1);

    private static final int VERSION = 7 << 12;
    private static final long RANDOM_12 = 0xfff;

    private OrderedIds() {}

    /** Not after any id of that moment or later, and after all earlier ones. */
    public static UUID first(Instant moment) {
        Instant within = moment.isBefore(Instant.EPOCH) ? Instant.EPOCH : moment.isAfter(LAST) ? LAST : moment;
        return new UUID(within.toEpochMilli() << 16, 0);
    }

    public static UUID next(Instant now) {
        UUID random = UUID.randomUUID();
        long high = now.toEpochMilli() << 16 | VERSION | random.getMostSignificantBits() >>> 48 & RANDOM_12;
        // The variant's bits stand in a random UUID already.
        return new UUID(high, random.getLeastSignificantBits());
    }
}
