package org.computility.shared.rest.contract;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.util.List;
import org.computility.shared.Rejected;
import org.computility.shared.database.JsonLimits;

/** Refuses parameters of a path that no database holds, naming the parameter. */
@Priority(Priorities.ENTITY_CODER)
final class PathFilter implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext call) {
        call.getUriInfo().getPathParameters().forEach(PathFilter::check);
    }

    private static void check(String name, List<String> values) {
        values.stream()
                .flatMap(value -> JsonLimits.fault(value).stream())
                .findFirst()
                .ifPresent(fault -> {
                    throw new Rejected("member-invalid", name, name + " is not valid: " + fault + ".");
                });
    }
}
