package org.computility.shared.rest.contract;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import org.computility.shared.rest.contract.coding.ContentCoding;

/** Refuses coded bodies before methods that read files and forms: stored as they come, they would be taken for the file. */
@Priority(Priorities.ENTITY_CODER)
final class PlainBodyFilter implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext call) {
        ContentCoding.refuse(call);
    }
}
