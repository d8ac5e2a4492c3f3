package org.computility.federation.lower;

import org.computility.federation.tier.Tier;

/**
 * A platform that reports to this one.
 *
 * @param url of the platform, without {@code /api}
 * @param username of the account that this platform has there; it sees the centers there
 * @param account the user name here under which it reports; its organisation is that of the centers
 */
public record NewLowerPlatform(String name, Tier tier, String url, String username, String password, String account) {

    /** Without the password. */
    @Override
    public String toString() {
        return name + " at " + url;
    }
}
