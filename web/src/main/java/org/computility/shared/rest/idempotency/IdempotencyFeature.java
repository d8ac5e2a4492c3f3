package org.computility.shared.rest.idempotency;

import jakarta.ejb.EJB;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.List;
import org.computility.shared.idempotency.IdempotencyKeys;
import org.computility.shared.rest.Audited;
import org.computility.shared.rest.Open;

/**
 * Lets the header {@code Idempotency-Key} come with every call that changes something, except calls of nobody known.
 */
@Provider
public class IdempotencyFeature implements DynamicFeature {

    /** The name of the header. */
    public static final String HEADER = "Idempotency-Key";

    /** The header that says that the call was not done now but before. */
    public static final String REPEATED = "Idempotent-Replayed";

    @EJB
    private IdempotencyKeys keys;

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        if (takesKeys(resource.getResourceMethod())) {
            context.register(new KeyFilter());
            context.register(new ClaimFilter(keys));
            context.register(new AnswerFilter(keys));
            context.register(new AnswerInterceptor(keys));
        }
    }

    /** Whether calls of the method may carry a key. */
    public static boolean takesKeys(Method method) {
        Consumes consumes = method.getAnnotation(Consumes.class);
        // WildFly has the servlet container read a form, past every filter: its body cannot be hashed.
        boolean form = consumes != null && List.of(consumes.value()).contains(MediaType.APPLICATION_FORM_URLENCODED);
        return !form
                && method.isAnnotationPresent(Audited.class)
                && !method.isAnnotationPresent(Open.class)
                && !method.getDeclaringClass().isAnnotationPresent(Open.class);
    }
}
