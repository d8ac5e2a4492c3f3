package org.computility.audit.rest;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;

/**
 * Tells the {@link AuditFilter} what the record of one method's calls says; runs first of all, since other filters may
 * refuse a call.
 */
@Priority(0)
final class MarkFilter implements ContainerRequestFilter {

    private final AuditRule rule;

    MarkFilter(AuditRule rule) {
        this.rule = rule;
    }

    @Override
    public void filter(ContainerRequestContext call) {
        RecordedCall.mark(call, rule);
    }
}
