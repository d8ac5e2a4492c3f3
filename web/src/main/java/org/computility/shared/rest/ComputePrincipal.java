package org.computility.shared.rest;

import java.security.Principal;

/** A caller that may be a compute: nodes of one account are told apart by it. */
public interface ComputePrincipal extends Principal {

    /** The compute that registered with the caller's token, or null. */
    String computeCode();
}
