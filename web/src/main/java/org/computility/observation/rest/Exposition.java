package org.computility.observation.rest;

import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The two ways in which figures are written. */
final class Exposition {

    static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";
    static final String OPEN_METRICS = "application/openmetrics-text; version=1.0.0; charset=utf-8";

    private static final MediaType PLAIN = MediaType.TEXT_PLAIN_TYPE;
    private static final MediaType OPEN = new MediaType("application", "openmetrics-text");

    private Exposition() {}

    /** What the caller likes best, of what it accepts in that order; the plain text where it takes anything. */
    static String wanted(List<MediaType> accepted) {
        for (MediaType type : accepted) {
            if (type.isCompatible(PLAIN)) {
                return TEXT;
            }
            if (type.isCompatible(OPEN)) {
                return OPEN_METRICS;
            }
        }
        return TEXT;
    }
}
