package org.computility.audit.rest;

import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;

/**
 * Reads at deployment which methods leave records, and what the records say. To ask at every call which method is
 * called would cost more than to answer.
 */
@Provider
public class AuditFeature implements DynamicFeature {

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        AuditRule.of(resource.getResourceMethod()).ifPresent(rule -> {
            context.register(new MarkFilter(rule));
            if (rule.asksTheAnswer()) {
                context.register(new AnsweredFilter());
            }
        });
    }
}
