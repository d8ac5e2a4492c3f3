package org.computility.operations.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.computility.operations.RunStatus;
import org.computility.operations.RunView;
import org.computility.shared.console.Texts;
import org.junit.jupiter.api.Test;

class RunCellsTest {

    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

    @Test
    void aRunIsToldInThePersonsWords() {
        assertThat(cells(RunStatus.STOPPED, 2))
                .containsEntry("job", "Inspection")
                .containsEntry("attempt", "Attempt 2")
                .containsEntry("state", "STOPPED")
                .containsEntry("status", "Stopped")
                .containsEntry("percent", "13%")
                .containsEntry("facts", "Round 2, 5 at once")
                .containsEntry("duration", "1:01:05")
                .containsEntry("failure", "");
    }

    @Test
    void whyARunFailedIsToldAndAFirstAttemptIsNot() {
        assertThat(cells(RunStatus.FAILED, 1))
                .containsEntry("failure", "no disk")
                .containsEntry("attempt", "");
    }

    private static Map<String, String> cells(RunStatus status, int attempt) {
        RunView run = new RunView(
                7,
                "run-inspection",
                Map.of(),
                status,
                12.6,
                Map.of("round", 2L, "instances", 5L),
                "no disk",
                null,
                attempt,
                "here",
                NOON,
                NOON,
                NOON.plusSeconds(3665),
                NOON);
        return new RunCells(run).cells(Texts.in(Locale.ENGLISH));
    }
}
