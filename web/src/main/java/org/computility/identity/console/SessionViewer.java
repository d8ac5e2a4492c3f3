package org.computility.identity.console;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.computility.identity.Caller;
import org.computility.identity.tokens.KnownTokens;
import org.computility.shared.Unauthenticated;
import org.computility.shared.console.live.Viewer;

/** The person of a session, for as long as the session's token is good; its roles may change meanwhile. */
record SessionViewer(KnownTokens tokens, String token) implements Viewer {

    @Override
    public Optional<Predicate<UUID>> sight() {
        try {
            Caller caller = tokens.caller(token);
            return ConsoleSessions.mayEnter(caller) ? Optional.of(caller::sees) : Optional.empty();
        } catch (Unauthenticated e) {
            return Optional.empty();
        }
    }
}
