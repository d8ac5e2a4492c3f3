package org.computility.audit.rest;

import java.util.UUID;
import org.computility.shared.rest.ComputePrincipal;

/**
 * A caller as the trail remembers it; the token filter puts it into the security context.
 *
 * @param computeCode the compute that registered with the token, or null
 */
public record AuditedPrincipal(String getName, UUID organisationId, String computeCode) implements ComputePrincipal {}
