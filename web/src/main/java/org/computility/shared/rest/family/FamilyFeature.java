package org.computility.shared.rest.family;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;

/**
 * Reads the family of each method, once at deployment, and has every call of the method marked with it before any
 * filter that may refuse.
 */
@Provider
public class FamilyFeature implements DynamicFeature {

    private static final int FIRST = 100;

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        InFamily named = resource.getResourceMethod().getAnnotation(InFamily.class);
        InFamily family = named == null ? resource.getResourceClass().getAnnotation(InFamily.class) : named;
        if (family != null) {
            context.register(new Mark(family.value()));
        }
    }

    @Priority(FIRST)
    static final class Mark implements ContainerRequestFilter {

        private final Family family;

        Mark(Family family) {
            this.family = family;
        }

        @Override
        public void filter(ContainerRequestContext call) {
            family.takes(call);
        }
    }
}
