package org.computility.shared.rest;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

/** The families of URIs, each with its own envelope; told by the path. */
public enum Family {
    /** T/BAX 0006.5. */
    ACSMP(MediaType.APPLICATION_JSON_TYPE) {
        @Override
        Object body(Failure failure, String requestId) {
            return new AcsmpEnvelope(AcsmpCodes.number(failure), failure.message(), requestId, null);
        }
    },
    /** The platform's own, and whatever is nobody's: RFC 9457. */
    PLATFORM(new MediaType("application", "problem+json")) {
        @Override
        Object body(Failure failure, String requestId) {
            return Problem.of(failure, requestId);
        }
    };

    private final MediaType failureType;

    Family(MediaType failureType) {
        this.failureType = failureType;
    }

    static Family of(UriInfo uri) {
        String path = uri.getPath();
        String plain = path.startsWith("/") ? path.substring(1) : path;
        return plain.equals("ACSMP") || plain.startsWith("ACSMP/") ? ACSMP : PLATFORM;
    }

    /** The refusal in this family's words. */
    abstract Object body(Failure failure, String requestId);

    MediaType failureType() {
        return failureType;
    }
}
