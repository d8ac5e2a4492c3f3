package org.computility.federation.upper;

/** A login at the platform above. */
public record UpperSession(String url, String token) {

    /** Without the token. */
    @Override
    public String toString() {
        return "a session at " + url;
    }
}
