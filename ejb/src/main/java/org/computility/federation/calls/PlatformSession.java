package org.computility.federation.calls;

import java.time.Duration;

/**
 * A login at another platform.
 *
 * @param patience how long each call may take
 */
public record PlatformSession(String url, String token, Duration patience) {

    /** Without the token. */
    @Override
    public String toString() {
        return "a session at " + url;
    }
}
