package org.computility.settlement.ledger;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.UUID;
import org.computility.shared.keys.Hashes;

/** IDs that follow from a name: who names the same thing again gets the same ID (UUID version 8 of RFC 9562, by SHA-256). */
public final class NamedId {

    private static final long VERSION_BITS = 0xF000L;
    private static final long VERSION = 0x8000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private NamedId() {}

    /**
     * The same for the same parts.
     *
     * @param kind what kind of thing is named, so that two kinds never meet
     */
    public static UUID of(String kind, Object... parts) {
        ByteBuffer hash = ByteBuffer.wrap(Hashes.sha256(kind + Arrays.toString(parts)));
        return new UUID(hash.getLong() & ~VERSION_BITS | VERSION, hash.getLong() >>> 2 | VARIANT);
    }
}
