package org.computility.centers.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.computility.connector.jobs.JobRuntimeAddress;
import org.computility.connector.jobs.ServiceEndpoint;
import org.computility.shared.Member;
import org.computility.shared.Rejected;
import org.computility.shared.keys.Sealing;
import org.computility.shared.outbound.OutboundGuard;

/** Where runtimes may be, and with which credentials; opens the sealed credential of a center before it is asked. */
@ApplicationScoped
public class CenterLocations {

    private static final Member LOCATION = new Member("location");

    private Sealing sealing;
    private OutboundGuard guard;

    protected CenterLocations() {}

    @Inject
    CenterLocations(Sealing sealing, OutboundGuard guard) {
        this.sealing = sealing;
        this.guard = guard;
    }

    /**
     * Refuses what cannot be a center: {@code member-invalid}, {@code member-missing}, {@code url-invalid}, {@code
     * url-refused}.
     */
    void check(String location, String username, String password) {
        CenterKind kind = CenterKind.of(location);
        kind.checkCredentials(username, password);
        if (kind.isCalled()) {
            guard.check(LOCATION, CenterKind.url(location));
        }
    }

    /**
     * The address with its credential in the clear.
     *
     * @throws Rejected {@code url-refused} when its name leads to an internal address by now
     */
    public JobRuntimeAddress open(CenterAddress address) {
        if (CenterKind.of(address.location()).isCalled()) {
            guard.check(LOCATION, CenterKind.url(address.location()));
        }
        String password = address.sealedPassword() == null
                ? null
                : new String(sealing.open(address.sealedPassword()), StandardCharsets.UTF_8);
        return new JobRuntimeAddress(address.id(), URI.create(address.location()), address.username(), password);
    }

    /**
     * Whether the platform may call a service where its center says it is. A center that is called over HTTP may name any address;
     * the platform's own machine is its own.
     */
    public boolean admits(CenterAddress address, ServiceEndpoint endpoint) {
        if (!CenterKind.of(address.location()).isCalled()) {
            return true;
        }
        try {
            guard.check(LOCATION, "http://" + endpoint.host() + ":" + endpoint.port() + "/");
            return true;
        } catch (Rejected e) {
            return false;
        }
    }
}
