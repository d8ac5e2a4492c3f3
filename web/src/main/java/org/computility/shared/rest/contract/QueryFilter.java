package org.computility.shared.rest.contract;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Locale;
import org.computility.shared.Rejected;

/** Holds the query strings of one operation against the API description, before its method is called. */
@Priority(Priorities.ENTITY_CODER + 1)
final class QueryFilter implements ContainerRequestFilter {

    private static final char REPLACEMENT = '\ufffd';
    private static final String ENCODED_REPLACEMENT = "%EF%BF%BD";

    private final String operation;

    QueryFilter(String operation) {
        this.operation = operation;
    }

    @Override
    public void filter(ContainerRequestContext call) {
        UriInfo uri = call.getUriInfo();
        String asSent = String.valueOf(uri.getRequestUri().getRawQuery());
        if (!asSent.toUpperCase(Locale.ROOT).contains(ENCODED_REPLACEMENT)) {
            uri.getQueryParameters().forEach(QueryFilter::refuseReplaced);
        }
        Contract.QUERIES.check(operation, uri.getQueryParameters());
    }

    /** Servers put U+FFFD in place of bytes that are no UTF-8. */
    private static void refuseReplaced(String name, List<String> values) {
        if (values.stream().anyMatch(value -> value.indexOf(REPLACEMENT) >= 0)) {
            throw new Rejected("member-invalid", name, name + " is not UTF-8 in percent-encoding.");
        }
    }
}
