package org.computility.connector.accelerator.protocol;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.computility.connector.RuntimeAddress;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.RuntimeFailure.Reason;
import org.computility.connector.http.Target;

/** A node's southbound API: below {@code /ACSMP}, the shared credential as HTTP Basic. */
final class NodeTarget {

    private NodeTarget() {}

    static Target of(RuntimeAddress address) throws RuntimeFailure {
        String credential = address.username() + ":" + address.password();
        String basic = Base64.getEncoder().encodeToString(credential.getBytes(StandardCharsets.UTF_8));
        try {
            URI base = new URI("http", null, address.host(), address.port(), "/ACSMP", null, null);
            // A host with a slash or an at sign in it would be another one.
            if (base.getUserInfo() != null || base.getPort() != address.port()) {
                throw new URISyntaxException(address.host(), "Not a host");
            }
            return new Target(
                    URI.create(base.toASCIIString()), Map.of("Authorization", "Basic " + basic), address.toString());
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw new RuntimeFailure(Reason.UNREACHABLE, "Not an address: " + address, e);
        }
    }
}
