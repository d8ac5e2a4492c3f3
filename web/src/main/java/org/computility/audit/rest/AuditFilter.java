package org.computility.audit.rest;

import jakarta.annotation.Priority;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.security.Principal;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.computility.audit.AuditEntry;
import org.computility.audit.AuditNote;
import org.computility.audit.AuditTrail;
import org.computility.shared.rest.NotAudited;
import org.computility.shared.rest.RecordsItsChanges;

/**
 * Leaves one record of every call that changes something, refused ones included. The call is written down as begun just
 * before its method is called, so that none is lost with a server that is killed in between.
 */
@Provider
// Calls pass the lowest priority first: this comes last before the method. Answers pass the highest first: this
// comes after the envelopes, which decide the status that the caller sees.
@Priority(Priorities.USER - 100)
public class AuditFilter implements ContainerRequestFilter, ContainerResponseFilter {

    private static final Logger LOG = Logger.getLogger(AuditFilter.class.getName());
    private static final Set<String> CHANGING = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final String BEGUN = "org.computility.audit.begun";
    private static final String NOT_AUDITED = "not audited";
    private static final String RECORDS_ITS_CHANGES = "records its changes";
    private static final int REFUSED = Response.Status.BAD_REQUEST.getStatusCode();

    private static final Set<Integer> TYPE_REFUSED = Set.of(
            Response.Status.NOT_ACCEPTABLE.getStatusCode(), Response.Status.UNSUPPORTED_MEDIA_TYPE.getStatusCode());

    @Context
    private ResourceInfo resource;

    @EJB
    private AuditTrail trail;

    @Inject
    private AuditNote note;

    @Override
    public void filter(ContainerRequestContext call) {
        if (CHANGING.contains(call.getMethod())) {
            call.setProperty(BEGUN, begun(call, resource.getResourceMethod()));
        }
    }

    private Object begun(ContainerRequestContext call, Method method) {
        if (method.isAnnotationPresent(NotAudited.class)) {
            return NOT_AUDITED;
        }
        return method.isAnnotationPresent(RecordsItsChanges.class)
                ? RECORDS_ITS_CHANGES
                : trail.begin(entry(call, AuditEntry.NO_ANSWER));
    }

    @Override
    public void filter(ContainerRequestContext call, ContainerResponseContext answer) {
        Object begun = call.getProperty(BEGUN);
        if (!CHANGING.contains(call.getMethod()) || leavesNoRecord(begun, answer.getStatus())) {
            return;
        }
        AuditEntry entry = entry(call, answer.getStatus());
        try {
            trail.record(begun instanceof UUID id ? id : null, entry);
        } catch (RuntimeException e) {
            // The change itself is committed; another server, or the next start, records that it was begun.
            LOG.log(Level.SEVERE, e, () -> "Not in the audit trail: " + entry);
        }
    }

    private AuditEntry entry(ContainerRequestContext call, int outcome) {
        String path = "/" + call.getUriInfo().getPath().replaceFirst("^/", "");
        Method method = resource.getResourceMethod();
        return note.entry(
                account(call),
                organisation(call),
                call.getMethod() + " " + (method == null ? path : template(resource.getResourceClass(), method)),
                note.targetOr(path),
                outcome);
    }

    private boolean leavesNoRecord(Object begun, int status) {
        // Nothing has begun when the call was refused before; whether it would have been audited its method tells.
        return begun == null
                ? isNeverRecorded(resource.getResourceMethod(), status)
                : begun == NOT_AUDITED || (begun == RECORDS_ITS_CHANGES && status < REFUSED);
    }

    /**
     * Without a method nothing of ours was called. But JAX-RS looks at the types of body and answer only once it has found
     * the path and its methods (Jakarta RESTful Web Services 3.7.2): who is refused for a type wanted to change something.
     */
    private static boolean isNeverRecorded(Method method, int status) {
        return method == null ? !TYPE_REFUSED.contains(status) : method.isAnnotationPresent(NotAudited.class);
    }

    private String account(ContainerRequestContext call) {
        Principal principal = call.getSecurityContext().getUserPrincipal();
        return principal instanceof AuditedPrincipal known ? known.getName() : note.account();
    }

    private static UUID organisation(ContainerRequestContext call) {
        return call.getSecurityContext().getUserPrincipal() instanceof AuditedPrincipal known
                ? known.organisationId()
                : null;
    }

    private static String template(Class<?> type, Method method) {
        Path below = method.getAnnotation(Path.class);
        String path = type.getAnnotation(Path.class).value() + (below == null ? "" : "/" + below.value());
        return "/" + path.replaceAll("/{2,}", "/").replaceFirst("^/", "");
    }
}
