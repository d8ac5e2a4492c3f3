package org.computility.identity.console;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.computility.audit.AuditEntry;
import org.computility.audit.AuditNote;
import org.computility.audit.AuditTrail;
import org.computility.identity.Caller;
import org.computility.identity.CurrentCaller;
import org.computility.shared.BusinessFailure;
import org.computility.shared.console.ConsoleMessages;

/**
 * What people do in the console. Each deed, a refused one too, leaves one audit record with the status that a REST call
 * would have got; the person is told how it went. A deed is written down before it is done, so that no deed is lost
 * when the server is killed in between.
 */
@RequestScoped
public class Deeds {

    private static final Logger LOG = Logger.getLogger(Deeds.class.getName());
    private static final int DONE = 200;
    private static final int FAILED = 500;

    @EJB
    private AuditTrail trail;

    @Inject
    private AuditNote note;

    @Inject
    private CurrentCaller caller;

    /**
     * Does it, records it, and tells the person.
     *
     * @param action what was clicked: {@code stop}
     * @param target on what: {@code batch run 7}
     * @param told key of the text that tells that it is done; the values go into this text
     * @return whether it was done
     */
    public boolean perform(String action, String target, Runnable deed, String told, Object... values) {
        boolean done = perform(action, target, deed);
        if (done) {
            ConsoleMessages.tell(FacesContext.getCurrentInstance(), told, values);
        }
        return done;
    }

    /** The same for a deed whose success shows by itself. */
    boolean perform(String action, String target, Runnable deed) {
        Caller by = caller.get();
        return perform(entry(by.username(), by.organisationId(), action, target), () -> {
                    deed.run();
                    return by;
                })
                .isPresent();
    }

    /** The same for a deed that only shows who the person is, such as a login under that name; empty when refused. */
    Optional<Caller> identify(String username, String action, String target, Supplier<Caller> deed) {
        return perform(entry(username, null, action, target), deed);
    }

    private Optional<Caller> perform(AuditEntry begun, Supplier<Caller> deed) {
        UUID call = trail.begin(begun);
        try {
            Caller by = deed.get();
            record(call, begun, by.username(), by.organisationId(), DONE);
            return Optional.of(by);
        } catch (BusinessFailure e) {
            record(call, begun, begun.account(), begun.organisationId(), e.status());
            ConsoleMessages.refuse(FacesContext.getCurrentInstance(), e);
            return Optional.empty();
        } catch (RuntimeException e) {
            record(call, begun, begun.account(), begun.organisationId(), FAILED);
            throw e;
        }
    }

    private AuditEntry entry(String account, UUID organisationId, String action, String target) {
        return note.entry(account, organisationId, "console: " + action, target, AuditEntry.NO_ANSWER);
    }

    private void record(UUID call, AuditEntry begun, String account, UUID organisationId, int outcome) {
        AuditEntry entry = new AuditEntry(
                account, organisationId, begun.action(), begun.target(), begun.source(), outcome, begun.requestId());
        try {
            trail.record(call, entry);
        } catch (RuntimeException e) {
            // The deed itself is committed; another server, or the next start, records that it was begun.
            LOG.log(Level.SEVERE, e, () -> "Not in the audit trail: " + entry);
        }
    }
}
