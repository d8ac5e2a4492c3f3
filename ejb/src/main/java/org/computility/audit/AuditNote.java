package org.computility.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * What is known of the running request for its audit record, and what it wants that to say better than the URI does.
 * Remembered by thread, as the caller is: the edge tells where the request comes from, and forgets it at its end.
 */
@ApplicationScoped
public class AuditNote {

    private final ThreadLocal<Noted> current = ThreadLocal.withInitial(Noted::new);

    /**
     * Told by the edge.
     *
     * @param source the other side's IP address
     */
    public void begin(String source, String requestId) {
        Noted noted = new Noted();
        noted.source = source;
        noted.requestId = requestId;
        current.set(noted);
    }

    /** The request is over. */
    public void forget() {
        current.remove();
    }

    /** Names the account while nobody is logged in yet: the name a login tries. */
    public void by(String username) {
        current.get().account = username;
    }

    /** Names what is changed: {@code compute 11010800005050000001}. */
    public void on(String thing) {
        current.get().target = thing;
    }

    /** The noted account, or null. */
    public String account() {
        return current.get().account;
    }

    /** The noted target, or the other when none is noted. */
    public String targetOr(String other) {
        String target = current.get().target;
        return target == null ? other : target;
    }

    /** The record of the running request; its other values are those of {@link AuditEntry}. */
    public AuditEntry entry(String account, UUID organisationId, String action, String target, int outcome) {
        Noted noted = current.get();
        return new AuditEntry(account, organisationId, action, target, noted.source, outcome, noted.requestId);
    }

    private static final class Noted {
        private String source = "unknown";
        private String requestId = "unknown";
        private String account;
        private String target;
    }
}
