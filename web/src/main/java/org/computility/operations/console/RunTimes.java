package org.computility.operations.console;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.computility.operations.RunView;
import org.computility.shared.StandardTime;

/** The times of a run as a person reads them, in the platform's zone. */
public record RunTimes(RunView run) {

    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    /** When it started, or an empty text. */
    public String started() {
        return run.startedAt() == null ? "" : FORMAT.format(run.startedAt().atZone(StandardTime.zone()));
    }

    /** How long it ran, or has been running by now: {@code 1:02:03}, {@code 2:03}, {@code 0:03}. */
    public String duration() {
        return duration(Instant.now());
    }

    String duration(Instant now) {
        if (run.startedAt() == null) {
            return "";
        }
        Duration time = Duration.between(run.startedAt(), run.endedAt() == null ? now : run.endedAt());
        return time.toHours() > 0
                ? "%d:%02d:%02d".formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart())
                : "%d:%02d".formatted(time.toMinutes(), time.toSecondsPart());
    }
}
