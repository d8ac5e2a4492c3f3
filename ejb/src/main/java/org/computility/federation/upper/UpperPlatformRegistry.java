package org.computility.federation.upper;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.computility.federation.calls.PlatformAddress;
import org.computility.federation.tier.PlatformTier;
import org.computility.identity.Caller;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.shared.Member;
import org.computility.shared.NotFound;
import org.computility.shared.Rejected;
import org.computility.shared.keys.Sealing;
import org.computility.shared.outbound.OutboundGuard;

/** The platform above this one: administrators set it. Without one nothing is sent. */
@Stateless
public class UpperPlatformRegistry {

    private static final Member URL = new Member("url");

    @Inject
    UpperPlatforms platforms;

    @EJB
    PlatformTier tier;

    @Inject
    OutboundGuard guard;

    @Inject
    Sealing sealing;

    @Inject
    CurrentCaller caller;

    @Inject
    Clock clock;

    /**
     * Sets or replaces it. A platform at another URL, and another account, are told all that is accepted, whatever the ones before
     * were told.
     *
     * @throws Rejected {@code url-invalid}, {@code url-refused}; {@code member-invalid} for a URL with a query or a fragment
     * @throws org.computility.shared.Conflict {@code tier-not-fitting} where this platform is NATIONAL
     */
    public UpperPlatformView set(NewUpperPlatform wanted) {
        Caller administrator = caller.require(Role.ADMINISTRATOR);
        tier.requireUpward();
        String url = wanted.url().replaceFirst("/+$", "");
        if (url.contains("?") || url.contains("#")) {
            throw new Rejected("member-invalid", URL, "{member} ends before ? and #: it is how addresses begin.");
        }
        guard.check(URL, url);
        platforms.lock();
        platforms.leave();
        UpperPlatform platform =
                platforms.at(url, wanted.username()).orElseGet(() -> UpperPlatform.at(url, wanted.username()));
        platform.use(wanted, sealing, administrator.username(), clock.instant());
        if (platform.isNew()) {
            platforms.session().insert(platform);
        } else {
            platforms.session().update(platform);
        }
        return platform.view();
    }

    /** NotFound {@code upper-platform-unknown} where there is none; for administrators. */
    public UpperPlatformView get() {
        caller.require(Role.ADMINISTRATOR);
        return platforms.current().map(UpperPlatform::view).orElseThrow(UpperPlatformRegistry::unknown);
    }

    /** Nothing is sent any more. NotFound {@code upper-platform-unknown} where there is none; for administrators. */
    public void remove() {
        caller.require(Role.ADMINISTRATOR);
        if (platforms.leave() == 0) {
            throw unknown();
        }
    }

    /** Where to report, and as whom; empty: nowhere, as always where this platform is NATIONAL. For the platform itself. */
    public Optional<PlatformAddress> current() {
        if (!tier.reportsUpward()) {
            return Optional.empty();
        }
        return platforms.current().map(platform -> platform.open(sealing));
    }

    private static NotFound unknown() {
        return new NotFound("upper-platform-unknown", "This platform reports to no other.");
    }
}
