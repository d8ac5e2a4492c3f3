package org.computility.shared.links;

import java.nio.file.Path;
import java.time.Clock;
import org.computility.shared.keys.KeyRingForTests;
import org.hibernate.StatelessSession;

/** Signed links without a server. */
public final class SignedLinksForTests {

    private SignedLinksForTests() {}

    /** Of a server with nothing in memory at {@code https://net.example}; keys lie in that database, sealed by the folder's key. */
    public static SignedLinks over(StatelessSession session, Path folder, Clock clock) {
        SignedLinks links = new SignedLinks();
        links.keys = KeyRingForTests.over(session, folder);
        links.clock = clock;
        links.publicUrl = "https://net.example";
        return links;
    }
}
