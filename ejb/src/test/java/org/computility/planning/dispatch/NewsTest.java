package org.computility.planning.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.computility.connector.accelerator.TaskReport;
import org.junit.jupiter.api.Test;

class NewsTest {

    @Test
    void aStartThatWasStoredIsStillTheSameStart() {
        Instant told = Instant.parse("2026-11-24T12:00:00.123456789Z");
        Instant kept = Instant.parse("2026-11-24T12:00:00.123456Z");

        assertThat(News.of("node", report(told)).startedAt()).isEqualTo(kept);
        assertThat(News.of("node", report(null)).startedAt()).isNull();
    }

    private static TaskReport report(Instant startedAt) {
        return new TaskReport(UUID.randomUUID().toString(), null, "RUNNING", null, startedAt, null, 0);
    }
}
