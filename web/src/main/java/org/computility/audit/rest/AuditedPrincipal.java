package org.computility.audit.rest;

import java.security.Principal;
import java.util.UUID;

/** A caller as the trail remembers it; the token filter puts it into the security context. */
public record AuditedPrincipal(String getName, UUID organisationId) implements Principal {}
