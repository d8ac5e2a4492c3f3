package org.computility.federation.upper;

/**
 * Where to report, and as whom.
 *
 * @param id one for each URL and account that was ever reported to
 */
public record UpperAddress(int id, String url, String username, String password) {

    /** Without the password. */
    @Override
    public String toString() {
        return username + " at " + url;
    }
}
