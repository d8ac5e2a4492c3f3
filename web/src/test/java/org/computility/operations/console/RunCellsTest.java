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
                .containsEntry("failure", "");
    }

    @Test
    void whyARunFailedIsToldAndAFirstAttemptIsNot() {
        assertThat(cells(RunStatus.FAILED, 1))
                .containsEntry("failure", "no disk")
                .containsEntry("attempt", "");
    }

    @Test
    void theDurationIsThatUntilTheEndOrUntilNow() {
        assertThat(RunTimes.duration(run(RunStatus.STARTED, 1, NOON, null), NOON.plusSeconds(3)))
                .isEqualTo("0:03");
        assertThat(RunTimes.duration(run(RunStatus.FAILED, 1, NOON, NOON.plusSeconds(3665)), NOON.plusSeconds(9999)))
                .isEqualTo("1:01:05");
        assertThat(RunTimes.duration(run(RunStatus.STARTING, 1, null, null), NOON))
                .isEmpty();
    }

    // Without times: their zone is a setting of a running server.
    private static Map<String, String> cells(RunStatus status, int attempt) {
        return new RunCells(run(status, attempt, null, null)).cells(Texts.in(Locale.ENGLISH));
    }

    private static RunView run(RunStatus status, int attempt, Instant startedAt, Instant endedAt) {
        return new RunView(
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
                startedAt,
                endedAt,
                NOON);
    }
}
