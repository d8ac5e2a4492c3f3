package org.computility.runtime;

import java.net.URI;
import java.util.Optional;

/** Where somebody can be called. */
final class HttpAddress {

    private static final int LARGEST_PORT = 65_535;

    private HttpAddress() {}

    /** The text as an http or https address, if it can be called: it has a host, and a possible port. */
    static Optional<URI> of(String text) {
        try {
            URI address = URI.create(text);
            boolean http = String.valueOf(address.getScheme()).matches("(?i)https?");
            return http && address.getHost() != null && address.getPort() <= LARGEST_PORT
                    ? Optional.of(address)
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
