package org.computility.observation.rest;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;
import org.computility.shared.rest.contract.OperationName;
import org.computility.shared.rest.family.InFamily;

/** Marks each call with the operation that took it, before any filter that may refuse; {@link RequestMeter} reads the mark. */
@Provider
public class AskedFeature implements DynamicFeature {

    /** Before the filter that refuses while the database is away. */
    private static final int FIRST = -1000;

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        InFamily named = resource.getResourceMethod().getAnnotation(InFamily.class);
        InFamily family = named == null ? resource.getResourceClass().getAnnotation(InFamily.class) : named;
        if (family != null) {
            context.register(new Mark(Asked.of(family.value(), OperationName.path(resource.getResourceMethod()))));
        }
    }

    @Priority(FIRST)
    static final class Mark implements ContainerRequestFilter {

        private final Asked asked;

        Mark(Asked asked) {
            this.asked = asked;
        }

        @Override
        public void filter(ContainerRequestContext call) {
            // A property of the call is an attribute of the servlet's request.
            call.setProperty(Asked.ATTRIBUTE, asked);
        }
    }
}
