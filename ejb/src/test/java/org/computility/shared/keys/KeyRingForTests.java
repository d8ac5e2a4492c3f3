package org.computility.shared.keys;

import java.nio.file.Path;
import java.time.Clock;
import org.hibernate.StatelessSession;

/** The platform's own keys without a server. */
public final class KeyRingForTests {

    private KeyRingForTests() {}

    /** Kept in that database, sealed with a key kept in the folder. */
    public static KeyRing over(StatelessSession session, Path folder) {
        KeyRing ring = new KeyRing();
        ring.keys = new PlatformKeys_(session);
        ring.sealing = SealingForTests.keptIn(folder);
        ring.clock = Clock.systemUTC();
        return ring;
    }
}
