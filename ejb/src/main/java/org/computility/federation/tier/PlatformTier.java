package org.computility.federation.tier;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.shared.Conflict;
import org.computility.shared.Member;

/** The tier of this platform, and what goes with it. */
@Stateless
public class PlatformTier {

    private final Tier tier;

    @Inject
    CurrentCaller caller;

    public PlatformTier() {
        this(TierConfig.current());
    }

    PlatformTier(TierConfig config) {
        tier = config.tier();
    }

    /** By the settings of this server. */
    public static Tier ofServer() {
        return TierConfig.current().tier();
    }

    /** For whoever reads here. */
    public Tier shown() {
        caller.require(Role.READERS);
        return tier;
    }

    /** For the platform itself. */
    public boolean reportsUpward() {
        return tier.reportsUpward();
    }

    /** Conflict {@code tier-not-fitting} where platforms of this tier report to no other. */
    public void requireUpward() {
        if (!tier.reportsUpward()) {
            throw new Conflict(
                    "tier-not-fitting", "This platform is " + tier + " (COMPUTILITY_TIER) and reports to no other.");
        }
    }

    /** Conflict {@code tier-not-fitting} where that tier does not stand below this platform's. */
    public void requireAbove(Tier lower) {
        if (!tier.isAbove(lower)) {
            throw new Conflict(
                    "tier-not-fitting",
                    new Member("tier"),
                    "This platform is " + tier + " (COMPUTILITY_TIER): {member} is one below it, not " + lower + ".");
        }
    }
}
