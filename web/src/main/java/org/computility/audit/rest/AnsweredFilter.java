package org.computility.audit.rest;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Response;
import org.computility.shared.rest.idempotency.IdempotencyFeature;

/** Keeps what the method has answered for the audit record, before an envelope is put around it. */
@Priority(Priorities.USER + 1000)
final class AnsweredFilter implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext call, ContainerResponseContext answer) {
        // A repeated answer comes as bytes, already in its envelope.
        boolean repeated = answer.getHeaders().containsKey(IdempotencyFeature.REPEATED);
        if (!repeated && answer.getStatusInfo().getFamily() == Response.Status.Family.SUCCESSFUL) {
            RecordedCall.of(call).ifPresent(recorded -> recorded.answers(answer.getEntity()));
        }
    }
}
