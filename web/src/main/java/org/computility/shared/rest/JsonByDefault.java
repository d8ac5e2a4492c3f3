package org.computility.shared.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;

/** A body without a type is JSON: the standards' own examples send none. */
@Provider
@PreMatching
public class JsonByDefault implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext call) {
        if (call.getMediaType() == null && !call.getMethod().equals("GET")) {
            call.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
        }
    }
}
