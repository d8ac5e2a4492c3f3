package org.computility.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Set;
import org.computility.shared.Denied;
import org.computility.shared.Unauthenticated;

/**
 * The caller of the running request. The edge sets it once the token is checked, and forgets it at the request's end;
 * rooms ask it. Batch jobs, timers and message-driven beans have no caller and call methods that need none. One object
 * that remembers by thread, instead of a request-scoped bean: making such a bean cost a tenth of a keepalive.
 */
@ApplicationScoped
public class CurrentCaller {

    private final ThreadLocal<Shown> shown = new ThreadLocal<>();

    /** Who calls in this thread from now on, until {@link #forget}. */
    public void set(Caller known) {
        shown.set(new Shown(known, null));
    }

    /** The caller, by the token that it shows. */
    public void set(IssuedToken token) {
        shown.set(new Shown(token.caller(), token.expiresAt()));
    }

    /** The request is over. */
    public void forget() {
        shown.remove();
    }

    /** Until when the caller's token is good; null when the caller shows none. */
    public Instant tokenEnds() {
        return isKnown() ? shown.get().until() : null;
    }

    /** The caller, or 401 when there is none. */
    public Caller get() {
        if (!isKnown()) {
            throw new Unauthenticated("token-missing", "Send the token in X-Auth-Token or as a bearer.");
        }
        return shown.get().caller();
    }

    public boolean isKnown() {
        return shown.get() != null;
    }

    /** The caller when it holds one of the roles, else 403. */
    public Caller require(Role... oneOf) {
        return require(Set.of(oneOf));
    }

    /** The same for one of the sets that {@link Role} names. */
    public Caller require(Set<Role> oneOf) {
        Caller known = get();
        if (!known.isOneOf(oneOf)) {
            throw new Denied("role-missing", "This needs one of the roles " + oneOf + ".");
        }
        return known;
    }

    /** Whether there is a caller who holds one of the roles. */
    public boolean isOneOf(Set<Role> some) {
        return isKnown() && get().isOneOf(some);
    }

    private record Shown(Caller caller, Instant until) {}
}
