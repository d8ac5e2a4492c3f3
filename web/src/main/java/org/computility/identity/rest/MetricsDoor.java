package org.computility.identity.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.computility.identity.Role;
import org.computility.identity.tokens.KnownTokens;
import org.computility.shared.Denied;
import org.computility.shared.Unauthenticated;
import org.computility.shared.database.outage.DatabaseState;
import org.computility.shared.database.outage.Outage;
import org.computility.shared.rest.family.Family;

/**
 * Who may see what goes on inside: people of the house by their tokens, their applications by a key with the scope READ, and the
 * scraper by a token of its own, which needs no database and never ends.
 */
@ApplicationScoped
public class MetricsDoor {

    @Inject
    private KnownTokens tokens;

    @Inject
    private DatabaseState database;

    private final Optional<byte[]> scraper =
            MetricsConfig.current().token().map(token -> token.getBytes(StandardCharsets.UTF_8));

    /**
     * Returns for whoever may.
     *
     * @throws Unauthenticated {@code token-missing}, or what is wrong with the token
     * @throws Denied {@code role-missing}, {@code scope-missing}
     */
    public void admit(UnaryOperator<String> header) {
        String token = ShownToken.of(Family.PLATFORM.tokenHeaders(), header);
        if (token == null) {
            throw new Unauthenticated("token-missing", "Send the token in X-Auth-Token or as a bearer.");
        }
        if (isScraper(token)) {
            return;
        }
        if (database.isAway()) {
            throw Outage.refusal();
        }
        if (!tokens.caller(token).isOneOf(Role.WATCHERS)) {
            throw new Denied("role-missing", "This needs one of the roles " + Role.WATCHERS + ".");
        }
    }

    /** In a time that does not tell how much of a guess is right. */
    private boolean isScraper(String token) {
        byte[] shown = token.getBytes(StandardCharsets.UTF_8);
        return scraper.filter(known -> MessageDigest.isEqual(known, shown)).isPresent();
    }
}
