package org.computility.identity;

import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import org.computility.shared.Denied;
import org.computility.shared.Unauthenticated;

/**
 * The caller of the running request. The edge sets it once the token is checked; rooms ask it. Batch jobs, timers and
 * message-driven beans have no caller and call methods that need none.
 */
@RequestScoped
public class CurrentCaller {

    private Caller caller;
    private Instant tokenEnds;

    public void set(Caller known) {
        caller = known;
    }

    /** The caller, by the token that it shows. */
    public void set(IssuedToken shown) {
        caller = shown.caller();
        tokenEnds = shown.expiresAt();
    }

    /** Until when the token is good that the caller shows; null when it shows none. */
    public Instant tokenEnds() {
        return tokenEnds;
    }

    /** The caller, or 401 when there is none. */
    public Caller get() {
        if (caller == null) {
            throw new Unauthenticated("token-missing", "Send the token in X-Auth-Token or as a bearer.");
        }
        return caller;
    }

    public boolean isKnown() {
        return caller != null;
    }

    /** The caller when it holds one of the roles, else 403. */
    public Caller require(Role... oneOf) {
        Caller known = get();
        if (Stream.of(oneOf).noneMatch(known::is)) {
            throw new Denied("role-missing", "This needs one of the roles " + Set.of(oneOf) + ".");
        }
        return known;
    }
}
