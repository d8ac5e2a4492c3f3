package org.computility.identity.rest;

import java.util.List;
import java.util.function.UnaryOperator;

/** The token that a request shows. */
public final class ShownToken {

    private static final String BEARER = "bearer ";

    private ShownToken() {}

    /** From the first of those headers that has one, else a bearer's {@code Authorization}; null when there is none. */
    public static String of(List<String> headers, UnaryOperator<String> header) {
        for (String name : headers) {
            String token = header.apply(name);
            if (token != null && !token.isBlank()) {
                return token.strip();
            }
        }
        String authorization = header.apply("Authorization");
        return authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? authorization.substring(BEARER.length()).strip()
                : null;
    }
}
