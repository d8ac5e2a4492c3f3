package org.computility.identity.tokens;

import java.time.Clock;
import java.time.Duration;
import org.computility.identity.AccountChanged;
import org.computility.shared.FiredEvents;
import org.hibernate.StatelessSession;

/** Tokens without a server. */
public final class TokensForTests {

    private TokensForTests() {}

    /** Good for twelve hours; the audit trail is the test's to add. */
    public static TokenAdministration over(StatelessSession session) {
        TokenAdministration tokens = new TokenAdministration();
        tokens.tokens = new AccessTokens_(session);
        tokens.changes = new FiredEvents<AccountChanged>();
        tokens.clock = Clock.systemUTC();
        tokens.life = Duration.ofHours(12);
        return tokens;
    }
}
