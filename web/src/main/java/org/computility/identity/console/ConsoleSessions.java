package org.computility.identity.console;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.computility.identity.Caller;
import org.computility.identity.Role;
import org.computility.identity.login.Login;
import org.computility.identity.tokens.KnownTokens;
import org.computility.identity.tokens.TokenAdministration;
import org.computility.shared.Denied;
import org.computility.shared.Unauthenticated;
import org.computility.shared.console.live.Viewer;

/**
 * Sessions of the console. A session holds a token like any other, so that a disabled account, a changed password or a
 * revoked token ends it at the next click.
 */
@Dependent
class ConsoleSessions {

    private static final String TOKEN = "org.computility.token";

    @Inject
    private Login login;

    @Inject
    private KnownTokens tokens;

    @EJB
    private TokenAdministration accessTokens;

    /** Who works in this request's session; a session whose token is not good any more is ended. */
    Optional<Caller> caller(HttpServletRequest request) {
        Optional<String> token = token(request);
        try {
            return token.map(tokens::caller);
        } catch (Unauthenticated e) {
            request.getSession(false).invalidate();
            return Optional.empty();
        }
    }

    /** The same person, for as long as a page stays open. */
    Optional<Viewer> viewer(HttpServletRequest request) {
        return token(request).map(token -> new SessionViewer(tokens, token));
    }

    /** Whether the console is for this account: not for an account that is no person's, such as a device's. */
    static boolean mayEnter(Caller caller) {
        return caller.isOneOf(Role.WATCHERS);
    }

    /**
     * Begins a session under a new session id: nobody who knew the old id is logged in, too.
     *
     * @throws Unauthenticated {@code credentials-wrong} or {@code account-disabled}
     * @throws org.computility.shared.Throttled after repeated failures
     * @throws Denied {@code console-closed} for accounts that are no person's, such as a device's
     */
    Caller begin(HttpServletRequest request, String username, String password) {
        String token = login.login(username, password).token();
        Caller caller = tokens.caller(token);
        if (!mayEnter(caller)) {
            accessTokens.revoke(caller, token);
            throw new Denied("console-closed", "This account has no access to the console.");
        }
        request.getSession(true);
        request.changeSessionId();
        request.getSession().setAttribute(TOKEN, token);
        return caller;
    }

    /** Ends the session and its token. */
    void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            String token = (String) session.getAttribute(TOKEN);
            caller(request).ifPresent(caller -> accessTokens.revoke(caller, token));
            if (request.getSession(false) != null) {
                session.invalidate();
            }
        }
    }

    private static Optional<String> token(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false)).map(session -> (String) session.getAttribute(TOKEN));
    }
}
