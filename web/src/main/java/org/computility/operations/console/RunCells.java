package org.computility.operations.console;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.computility.operations.RunStatus;
import org.computility.operations.RunView;
import org.computility.shared.console.Moments;
import org.computility.shared.console.ShownRow;
import org.computility.shared.console.Texts;
import org.computility.shared.console.live.LiveRow;

/** A run in words. */
record RunCells(RunView run) implements LiveRow {

    String key() {
        return Long.toString(run.id());
    }

    @Override
    public UUID organisationId() {
        return run.organisationId();
    }

    @Override
    public Map<String, String> cells(Texts texts) {
        long percent = Math.round(run.progressPercent());
        return Map.ofEntries(
                Map.entry("job", texts.of("job." + run.jobName(), run.jobName())),
                Map.entry("attempt", run.attempt() > 1 ? texts.format("runs.attempt", run.attempt()) : ""),
                Map.entry("state", run.status().name()),
                Map.entry("status", texts.of("status." + run.status())),
                Map.entry("progress", Long.toString(percent)),
                Map.entry("percent", percent + "%"),
                Map.entry("facts", RunProgress.inWords(texts.of("progress." + run.jobName(), ""), run.progressFacts())),
                Map.entry("failure", failure()),
                Map.entry("started", Moments.text(run.startedAt())),
                Map.entry("duration", RunTimes.duration(run, Instant.now())),
                Map.entry("server", run.server()));
    }

    ShownRow in(Texts texts) {
        return new ShownRow(key(), cells(texts));
    }

    /** Why it failed, or why it waits. */
    private String failure() {
        boolean told = run.status() == RunStatus.FAILED || run.status() == RunStatus.PENDING;
        return told && run.exitMessage() != null ? run.exitMessage() : "";
    }
}
