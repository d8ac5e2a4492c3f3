package org.computility.identity.rest;

import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import org.computility.audit.rest.AuditedPrincipal;
import org.computility.identity.Caller;

/** The caller in JAX-RS's words, for filters that must not know this room. */
record CallerContext(Caller caller, boolean secure) implements SecurityContext {

    @Override
    public Principal getUserPrincipal() {
        return new AuditedPrincipal(caller.username(), caller.organisationId(), caller.computeCode());
    }

    @Override
    public boolean isUserInRole(String role) {
        return caller.roles().stream().anyMatch(held -> held.name().equals(role));
    }

    @Override
    public boolean isSecure() {
        return secure;
    }

    @Override
    public String getAuthenticationScheme() {
        return "TOKEN";
    }
}
