package org.computility.identity.rest.bodies;

import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.function.Supplier;
import org.computility.shared.Unavailable;

/** Why a body did not arrive. Whoever reads it gets the failure; whoever refuses the call before needs no body. */
enum BodyFault {
    LATE(408, () -> new WebApplicationException(408)),
    TOO_LARGE(413, () -> new WebApplicationException(413)),
    NO_ROOM(503, BodyFault::busy);

    private static final Duration SOON = Duration.ofSeconds(5);

    private final int status;
    private final transient Supplier<RuntimeException> failure;

    BodyFault(int status, Supplier<RuntimeException> failure) {
        this.status = status;
        this.failure = failure;
    }

    int status() {
        return status;
    }

    RuntimeException failure() {
        return failure.get();
    }

    static Unavailable busy() {
        return new Unavailable("server-busy", "The server has its hands full; try again in a while.", SOON);
    }
}
