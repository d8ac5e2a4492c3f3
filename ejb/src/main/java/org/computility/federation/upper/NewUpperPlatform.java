package org.computility.federation.upper;

/**
 * Where to report, and as whom.
 *
 * @param url of the platform, without {@code /api}
 * @param username of the account that this platform has there; its role is PLATFORM
 */
public record NewUpperPlatform(String url, String username, String password) {

    /** Without the password. */
    @Override
    public String toString() {
        return username + " at " + url;
    }
}
