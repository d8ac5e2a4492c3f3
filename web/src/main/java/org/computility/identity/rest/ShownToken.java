package org.computility.identity.rest;

import java.util.function.UnaryOperator;

/** The token that a request shows. */
final class ShownToken {

    private static final String BEARER = "bearer ";

    private ShownToken() {}

    /** From {@code X-Auth-Token}, else a bearer's {@code Authorization}; null when neither is there. */
    static String of(UnaryOperator<String> header) {
        String token = header.apply("X-Auth-Token");
        if (token != null && !token.isBlank()) {
            return token.strip();
        }
        String authorization = header.apply("Authorization");
        return authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? authorization.substring(BEARER.length()).strip()
                : null;
    }
}
