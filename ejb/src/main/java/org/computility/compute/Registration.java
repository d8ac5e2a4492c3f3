package org.computility.compute;

import java.time.Instant;
import java.util.UUID;

/** What a node says of itself when it registers, checked, its password sealed. */
record Registration(
        String code,
        String type,
        String host,
        int port,
        String username,
        byte[] sealedPassword,
        boolean servesAlgorithms,
        UUID organisationId,
        Instant at) {}
