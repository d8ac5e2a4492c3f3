package org.computility.trading.keys;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import org.computility.identity.passwords.PasswordsForTests;
import org.computility.shared.keys.DeliveryPair;
import org.computility.shared.keys.SealingForTests;
import org.computility.trading.MarketForTests;

/** The door over a test database. */
public final class MarketKeysForTests {

    private MarketKeysForTests() {}

    public static MarketKeys over(MarketForTests market) {
        MarketKeys keys = new MarketKeys();
        keys.pairs = new DeliveryKeys_(market.sessions.current());
        keys.parties = new PartyKeys_(market.sessions.current());
        keys.sent = PasswordsForTests.fromThisMachine();
        keys.sealing = SealingForTests.keptIn(Path.of("target", "market-keys"));
        keys.caller = market.caller;
        keys.clock = Clock.systemUTC();
        return keys;
    }

    /** A private half as people send it. */
    public static String pem(DeliveryPair pair) {
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(pair.privateKey())
                + "\n-----END PRIVATE KEY-----\n";
    }
}
