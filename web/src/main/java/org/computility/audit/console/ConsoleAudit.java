package org.computility.audit.console;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.UUID;
import org.computility.audit.AuditEntry;
import org.computility.audit.AuditNote;
import org.computility.audit.AuditTrail;
import org.computility.shared.BusinessFailure;

/**
 * One record of each deed in the console, refused ones included; the outcome is told as an HTTP status. First
 * {@link #begins}, then how it ended.
 */
@RequestScoped
public class ConsoleAudit {

    private static final Logger LOG = System.getLogger(ConsoleAudit.class.getName());
    private static final int DONE = 200;
    private static final int FAILED = 500;

    @EJB
    private AuditTrail trail;

    @Inject
    private AuditNote note;

    private UUID call;
    private AuditEntry begun;

    /**
     * Remembers a deed before it is done.
     *
     * @param action what was clicked: {@code console: stop}
     * @param target on what: {@code batch run 7}
     */
    public void begins(String account, UUID organisationId, String action, String target) {
        begun = note.entry(account, organisationId, action, target, AuditEntry.NO_ANSWER);
        call = trail.begin(begun);
    }

    /** The deed is done. */
    public void done() {
        doneBy(begun.account(), begun.organisationId());
    }

    /** The deed is done, and only now is it known by whom. */
    public void doneBy(String account, UUID organisationId) {
        record(account, organisationId, DONE);
    }

    /** The deed was refused, with the status that a REST call would have got, or failed, with 500. */
    public void ended(RuntimeException why) {
        record(
                begun.account(),
                begun.organisationId(),
                why instanceof BusinessFailure refusal ? refusal.status() : FAILED);
    }

    private void record(String account, UUID organisationId, int outcome) {
        AuditEntry entry = new AuditEntry(
                account, organisationId, begun.action(), begun.target(), begun.source(), outcome, begun.requestId());
        try {
            trail.record(call, entry);
        } catch (RuntimeException e) {
            // The deed itself is committed; another server, or the next start, records that it was begun.
            LOG.log(Level.ERROR, "Not in the audit trail: " + entry, e);
        }
    }
}
