package org.computility.system.jobs;

import java.util.List;

/** What the program of a job does, and how the job must end. Each program notes its begin, and its end where it has one. */
enum Fate {
    SUCCEEDS("sleep 1; echo over >>runs", 600, "SUCCEEDED", "COMPLETED", null, List.of("begun", "over")),
    FAILS(
            "sleep 1; echo over >>runs; exit 7",
            600,
            "FAILED",
            "FAILED",
            "ended with exit status 7",
            List.of("begun", "over")),
    LASTS_TOO_LONG("sleep 600 && echo over >>runs", 2, "FAILED", "FAILED", "exceeded its wall time", List.of("begun")),
    IS_STOPPED("sleep 600 && echo over >>runs", 600, "STOPPED", "CANCELLED", null, List.of("begun"));

    private final String rest;
    private final int maxSeconds;
    private final String status;
    private final String attempt;
    private final String reason;
    private final List<String> notes;

    Fate(String rest, int maxSeconds, String status, String attempt, String reason, List<String> notes) {
        this.rest = rest;
        this.maxSeconds = maxSeconds;
        this.status = status;
        this.attempt = attempt;
        this.reason = reason;
        this.notes = notes;
    }

    static Fate of(int job) {
        return values()[job % values().length];
    }

    String command() {
        return "echo begun >>runs; " + rest;
    }

    int maxSeconds() {
        return maxSeconds;
    }

    /** Of the job. */
    String status() {
        return status;
    }

    /** Of the attempt that ended it. */
    String attempt() {
        return attempt;
    }

    /** Null where nothing needs to be said, or the words depend on the moment. */
    String reason() {
        return reason;
    }

    /** The lines that the program leaves when it runs once. */
    List<String> notes() {
        return notes;
    }
}
