package org.computility.audit.rest;

import jakarta.annotation.Priority;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
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
import org.computility.shared.rest.RequestId;

/** Leaves one record of every call that changes something, refused ones included. */
@Provider
// Answers pass the highest priority first: after the envelopes, which decide the status that the caller sees.
@Priority(Priorities.USER - 100)
public class AuditFilter implements ContainerResponseFilter {

    private static final Logger LOG = Logger.getLogger(AuditFilter.class.getName());
    private static final Set<String> CHANGING = Set.of("POST", "PUT", "PATCH", "DELETE");

    private static final Set<Integer> TYPE_REFUSED = Set.of(
            Response.Status.NOT_ACCEPTABLE.getStatusCode(), Response.Status.UNSUPPORTED_MEDIA_TYPE.getStatusCode());

    @Context
    private ResourceInfo resource;

    @Context
    private HttpServletRequest request;

    @EJB
    private AuditTrail trail;

    @Inject
    private AuditNote note;

    @Override
    public void filter(ContainerRequestContext call, ContainerResponseContext answer) {
        Method method = resource.getResourceMethod();
        if (!CHANGING.contains(call.getMethod()) || !isRecorded(method, answer.getStatus())) {
            return;
        }
        String path = "/" + call.getUriInfo().getPath().replaceFirst("^/", "");
        AuditEntry entry = new AuditEntry(
                account(call),
                organisation(call),
                call.getMethod() + " " + (method == null ? path : template(resource.getResourceClass(), method)),
                note.targetOr(path),
                request.getRemoteAddr(),
                answer.getStatus(),
                RequestId.of(request));
        try {
            trail.record(entry);
        } catch (RuntimeException e) {
            // The change itself is committed; the log is all that is left to hold it.
            LOG.log(Level.SEVERE, e, () -> "Not in the audit trail: " + entry);
        }
    }

    /**
     * Without a method nothing of ours was called. But JAX-RS looks at the types of body and answer only once it has found
     * the path and its methods (Jakarta RESTful Web Services 3.7.2): who is refused for a type wanted to change something.
     */
    private static boolean isRecorded(Method method, int status) {
        return method == null ? TYPE_REFUSED.contains(status) : !method.isAnnotationPresent(NotAudited.class);
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
