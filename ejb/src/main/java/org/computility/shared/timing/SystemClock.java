package org.computility.shared.timing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** The clock that rooms inject, so that a test can hand them another. */
@ApplicationScoped
public class SystemClock {

    /** UTC; zones belong to the edge. */
    @Produces
    Clock utc() {
        return Clock.systemUTC();
    }
}
