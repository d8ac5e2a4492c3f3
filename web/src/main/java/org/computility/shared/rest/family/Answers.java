package org.computility.shared.rest.family;

import jakarta.ws.rs.core.MediaType;

/** How a family answers. */
interface Answers {

    /** The refusal in the family's words. */
    Object refusal(Failure failure, String requestId);

    /** The HTTP status that answers the failure; its own, unless the standard prints another. */
    default int status(Failure failure) {
        return failure.status();
    }

    default MediaType refusalType() {
        return MediaType.APPLICATION_JSON_TYPE;
    }

    /** Whether a success is the data alone. */
    default boolean areBare() {
        return true;
    }

    /** What a success looks like. */
    default Object success(int status, Object data, String requestId) {
        return data;
    }
}
