package org.computility.trading.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import org.computility.shared.rest.family.Family;

/**
 * The second spelling of a function: {@code /v1/data/registerData} (clause 7.3: version, module, function) is {@code
 * /registerData} (annex A). Other paths below {@code /v1/data} stay as they are, and name nothing.
 */
@Provider
@PreMatching
public class VersionedPathFilter implements ContainerRequestFilter {

    private static final String MODULE = "v1/data/";

    @Override
    public void filter(ContainerRequestContext call) {
        UriInfo uri = call.getUriInfo();
        String path = uri.getPath().startsWith("/") ? uri.getPath().substring(1) : uri.getPath();
        if (path.startsWith(MODULE) && isFunction(path.substring(MODULE.length()))) {
            call.setRequestUri(uri.getRequestUriBuilder()
                    .replacePath(uri.getBaseUri().getPath() + path.substring(MODULE.length()))
                    .build());
        }
    }

    private static boolean isFunction(String name) {
        return name.indexOf('/') < 0 && !name.equals("v1") && Family.at(name) == Family.TRADING;
    }
}
