package org.computility.shared.rest.errors;

import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.computility.shared.rest.RequestId;
import org.computility.shared.rest.family.Failures;

/**
 * No resource takes OPTIONS: what JAX-RS answers to it by itself becomes a refusal, and no {@code Allow} names the method.
 * Before all others, because what they see is the answer.
 */
@Provider
@Priority(Priorities.USER + 2000)
public class MethodsFilter implements ContainerResponseFilter {

    private static final int METHOD_NOT_ALLOWED = 405;

    @Override
    public void filter(ContainerRequestContext call, ContainerResponseContext answer) {
        if (call.getMethod().equals(HttpMethod.OPTIONS) && answer.getStatus() / 100 == 2) {
            refuse(call, answer);
        }
        String allowed = answer.getHeaderString(HttpHeaders.ALLOW);
        if (allowed != null) {
            answer.getHeaders().putSingle(HttpHeaders.ALLOW, taken(allowed));
        }
    }

    private static void refuse(ContainerRequestContext call, ContainerResponseContext answer) {
        Failures.Sent refusal =
                Failures.sent(METHOD_NOT_ALLOWED, call.getUriInfo().getPath(), RequestId.of(call));
        answer.setStatus(refusal.status());
        answer.setEntity(refusal.body(), new Annotation[0], MediaType.valueOf(refusal.type()));
    }

    /** JAX-RS names HEAD, which goes where GET goes, at times only. */
    private static String taken(String allowed) {
        Set<String> methods = new TreeSet<>(List.of(allowed.split("[, ]+")));
        methods.remove(HttpMethod.OPTIONS);
        if (methods.contains(HttpMethod.GET)) {
            methods.add(HttpMethod.HEAD);
        }
        return String.join(", ", methods);
    }
}
