package org.computility.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Notes for the audit record of the running request: where the request comes from, and on what it acts where the URI
 * does not say that well. Remembered by thread, as the caller is. The edge notes the source, and forgets all at the
 * request's end.
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

    /** Names what is changed where only the room knows it: {@code package 1101…}, read from the archive that was sent. */
    public void on(String thing) {
        current.get().target = thing;
    }

    /** The noted target, or the given one when none is noted. */
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
        private String target;
    }
}
