package org.computility.shared.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** What every answer tells browsers: take it for what it says it is, show it in no frame, and come back by TLS. */
public final class EdgeHeaders {

    private static final String POLICY = "Content-Security-Policy";

    private EdgeHeaders() {}

    public static void add(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "same-origin");
        if (!request.getServletPath().startsWith("/console")) {
            // Pages bring a policy with the answer's nonce; nothing else is to be run or shown by a browser.
            response.setHeader(POLICY, "default-src 'none'; frame-ancestors 'none'");
        }
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
    }
}
