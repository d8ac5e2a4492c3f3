package org.computility.operations.console;

import java.time.Duration;
import java.time.Instant;
import org.computility.operations.RunView;

/** How long a run takes, as a person reads it. */
final class RunTimes {

    private RunTimes() {}

    /** How long it ran, or has been running by now: {@code 1:02:03}, {@code 2:03}, {@code 0:03}; empty before its start. */
    static String duration(RunView run, Instant now) {
        if (run.startedAt() == null) {
            return "";
        }
        Duration time = Duration.between(run.startedAt(), run.endedAt() == null ? now : run.endedAt());
        return time.toHours() > 0
                ? "%d:%02d:%02d".formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart())
                : "%d:%02d".formatted(time.toMinutes(), time.toSecondsPart());
    }
}
