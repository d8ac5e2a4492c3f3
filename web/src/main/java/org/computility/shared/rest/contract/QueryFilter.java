package org.computility.shared.rest.contract;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;

/** Holds the query strings of one operation against the API description, before its method is called. */
@Priority(Priorities.ENTITY_CODER + 1)
final class QueryFilter implements ContainerRequestFilter {

    private final String operation;

    QueryFilter(String operation) {
        this.operation = operation;
    }

    @Override
    public void filter(ContainerRequestContext call) {
        Contract.QUERIES.check(operation, call.getUriInfo().getQueryParameters());
    }
}
