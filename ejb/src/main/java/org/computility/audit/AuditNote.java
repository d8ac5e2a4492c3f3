package org.computility.audit;

import jakarta.enterprise.context.RequestScoped;

/** What the running request wants its audit record to say better than the URI does. */
@RequestScoped
public class AuditNote {

    private String account;
    private String target;

    /** Names the account while nobody is logged in yet: the name a login tries. */
    public void by(String username) {
        account = username;
    }

    /** Names what is changed: {@code node 11010800005050000001}. */
    public void on(String thing) {
        target = thing;
    }

    /** The noted account, or null. */
    public String account() {
        return account;
    }

    /** The noted target, or the other when none is noted. */
    public String targetOr(String other) {
        return target == null ? other : target;
    }
}
