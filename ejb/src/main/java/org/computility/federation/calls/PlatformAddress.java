package org.computility.federation.calls;

/**
 * Where another platform is, and as whom this one calls.
 *
 * @param id one for each platform above, and for each below, that there ever was
 */
public record PlatformAddress(int id, String url, String username, String password) {

    /** Without the password. */
    @Override
    public String toString() {
        return username + " at " + url;
    }
}
