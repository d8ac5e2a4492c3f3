package org.computility.audit;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * What the running request wants its audit record to say better than the URI does. Remembered by thread, as the caller is;
 * the edge forgets it at the request's end.
 */
@ApplicationScoped
public class AuditNote {

    private final ThreadLocal<String> account = new ThreadLocal<>();
    private final ThreadLocal<String> target = new ThreadLocal<>();

    /** Names the account while nobody is logged in yet: the name a login tries. */
    public void by(String username) {
        account.set(username);
    }

    /** Names what is changed: {@code node 11010800005050000001}. */
    public void on(String thing) {
        target.set(thing);
    }

    /** The noted account, or null. */
    public String account() {
        return account.get();
    }

    /** The noted target, or the other when none is noted. */
    public String targetOr(String other) {
        String noted = target.get();
        return noted == null ? other : noted;
    }

    /** The request is over. */
    public void forget() {
        account.remove();
        target.remove();
    }
}
