package org.computility.audit.rest;

import jakarta.annotation.Priority;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.computility.audit.AuditEntry;
import org.computility.audit.AuditNote;
import org.computility.audit.AuditTrail;
import org.computility.shared.database.outage.DatabaseState;
import org.computility.shared.database.outage.Outage;
import org.computility.shared.rest.idempotency.IdempotencyFeature;

/**
 * Leaves one record of every call that is {@code @Audited}, refused ones included. The call is written down as begun
 * just before its method is called, so that no call is lost when the server is killed in between.
 */
@Provider
// Calls pass the lowest priority first: this comes last before the method. Answers pass the highest first: this
// comes after the envelopes, which decide the status that the caller sees.
@Priority(Priorities.USER - 100)
public class AuditFilter implements ContainerRequestFilter, ContainerResponseFilter {

    private static final Logger LOG = Logger.getLogger(AuditFilter.class.getName());
    private static final Set<String> CHANGING = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final int REFUSED = Response.Status.BAD_REQUEST.getStatusCode();

    private static final Set<Integer> TYPE_REFUSED = Set.of(
            Response.Status.NOT_ACCEPTABLE.getStatusCode(), Response.Status.UNSUPPORTED_MEDIA_TYPE.getStatusCode());

    @Context
    ResourceInfo resource;

    @EJB
    AuditTrail trail;

    @Inject
    AuditNote note;

    @Inject
    DatabaseState database;

    @Override
    public void filter(ContainerRequestContext call) {
        RecordedCall.of(call).ifPresent(recorded -> {
            recorded.reachesItsMethod();
            if (!recorded.rule().byRoom()) {
                recorded.begun(trail.begin(entry(call, recorded, "", AuditEntry.NO_ANSWER)));
            }
        });
    }

    @Override
    public void filter(ContainerRequestContext call, ContainerResponseContext answer) {
        int status = answer.getStatus();
        Optional<RecordedCall> recorded = RecordedCall.of(call);
        if (recorded.isPresent()) {
            AuditRule rule = recorded.get().rule();
            if (status >= REFUSED ? rule.refusals() : !rule.byRoom()) {
                String again = answer.getHeaders().containsKey(IdempotencyFeature.REPEATED) ? " (repeated)" : "";
                record(recorded.get().begun(), entry(call, recorded.get(), again, status));
            }
        } else if (isRefusedForItsType(call, status)) {
            record(null, entry(call, pathOf(call), null, pathOf(call), status));
        }
    }

    /**
     * Without a method nothing of ours was called. But JAX-RS looks at the types of body and answer only after it has
     * found the path and its methods (Jakarta RESTful Web Services 3.7.2): a call that is refused for a type wanted to
     * change something.
     */
    private boolean isRefusedForItsType(ContainerRequestContext call, int status) {
        return TYPE_REFUSED.contains(status)
                && CHANGING.contains(call.getMethod())
                && resource.getResourceMethod() == null;
    }

    private void record(UUID begun, AuditEntry entry) {
        try {
            trail.record(begun, entry);
        } catch (RuntimeException e) {
            // The change itself is committed; another server, or the next start, records that it was begun.
            tell(e, entry);
        }
    }

    private void tell(RuntimeException failure, AuditEntry entry) {
        if (Outage.isOne(failure)) {
            database.missed(failure);
        } else {
            LOG.log(Level.SEVERE, failure, () -> "Not in the audit trail: " + entry);
        }
    }

    private AuditEntry entry(ContainerRequestContext call, RecordedCall recorded, String again, int outcome) {
        String target = note.targetOr(recorded.target(call).orElseGet(() -> pathOf(call)));
        return entry(call, recorded.rule().path(), recorded.account(call), target + again, outcome);
    }

    private AuditEntry entry(ContainerRequestContext call, String path, String tried, String target, int outcome) {
        AuditedPrincipal caller =
                call.getSecurityContext().getUserPrincipal() instanceof AuditedPrincipal known ? known : null;
        return note.entry(
                caller == null ? tried : caller.getName(),
                caller == null ? null : caller.organisationId(),
                call.getMethod() + " " + path,
                target,
                outcome);
    }

    private static String pathOf(ContainerRequestContext call) {
        return "/" + call.getUriInfo().getPath().replaceFirst("^/", "");
    }
}
