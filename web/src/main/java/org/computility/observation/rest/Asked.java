package org.computility.observation.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.computility.shared.rest.family.Family;

/**
 * What a request asked for: an operation of a family, never the path that was typed, of which there are endlessly many.
 *
 * @param operation the path as the contract has it; {@code console} for pages, {@code none} for what no operation took
 */
record Asked(String family, String operation) {

    static final String ATTRIBUTE = "org.computility.asked";

    private static final Asked CONSOLE = new Asked("console", "console");
    private static final String NONE = "none";

    static Asked of(Family family, String operation) {
        return new Asked(family.name().toLowerCase(Locale.ROOT), operation);
    }

    /** Of a request that was answered. */
    static Asked by(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Asked marked) {
            return marked;
        }
        String path = request.getRequestURI();
        return path.startsWith("/console") ? CONSOLE : of(Family.at(path), NONE);
    }
}
