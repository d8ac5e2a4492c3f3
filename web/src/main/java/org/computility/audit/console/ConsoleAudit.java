package org.computility.audit.console;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.UUID;
import org.computility.audit.AuditEntry;
import org.computility.audit.AuditTrail;
import org.computility.shared.BusinessFailure;
import org.computility.shared.rest.Failures;
import org.computility.shared.rest.RequestId;

/** One record of each deed in the console, refused ones included; the outcome is told as an HTTP status. */
@RequestScoped
public class ConsoleAudit {

    private static final Logger LOG = System.getLogger(ConsoleAudit.class.getName());

    @EJB
    private AuditTrail trail;

    @Inject
    private HttpServletRequest request;

    /**
     * Records a deed that is done.
     *
     * @param action what was clicked: {@code console: stop}
     * @param target on what: {@code batch run 7}
     */
    public void done(String account, UUID organisationId, String action, String target) {
        record(account, organisationId, action, target, 200);
    }

    /** Records a deed that was refused, with the status that a REST call would have got. */
    public void refused(String account, UUID organisationId, String action, String target, BusinessFailure why) {
        record(account, organisationId, action, target, Failures.statusOf(why));
    }

    private void record(String account, UUID organisationId, String action, String target, int outcome) {
        AuditEntry entry = new AuditEntry(
                account, organisationId, action, target, request.getRemoteAddr(), outcome, RequestId.of(request));
        try {
            trail.record(entry);
        } catch (RuntimeException e) {
            // The deed itself is committed; the log is all that is left to hold it.
            LOG.log(Level.ERROR, "Not in the audit trail: " + entry, e);
        }
    }
}
