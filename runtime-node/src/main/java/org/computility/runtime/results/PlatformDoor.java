package org.computility.runtime.results;

import java.net.URI;

/** Where the platform takes results, and what the node shows to be let in. */
public interface PlatformDoor {

    /** {@code …/platform/v1/results}, or null on a node that works without a platform. */
    URI results();

    /** The token of the registration, or null while there is none. */
    String token();

    /** That token was not accepted. */
    void tokenRefused(String token);
}
