package org.computility.operations.declared;

import java.time.Instant;

/** When the clock starts a job, again and again. Its text is the same for the same times. */
public sealed interface JobTime permits DailyTime, MonthlyTime {

    /** The first such time after that instant. */
    Instant after(Instant instant);
}
