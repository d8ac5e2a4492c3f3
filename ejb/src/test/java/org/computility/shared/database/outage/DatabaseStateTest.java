package org.computility.shared.database.outage;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.computility.shared.timing.HandClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DatabaseStateTest {

    private static final Logger LOG = Logger.getLogger(DatabaseState.class.getName());

    private final HandClock clock = new HandClock();
    private final DatabaseState state = new DatabaseState(clock);
    private final Lines lines = new Lines();

    @BeforeEach
    void listen() {
        LOG.addHandler(lines);
        LOG.setUseParentHandlers(false);
    }

    @AfterEach
    void deafen() {
        LOG.removeHandler(lines);
        LOG.setUseParentHandlers(true);
    }

    @Test
    void isAwayFromTheFirstMissUntilTheNextAnswer() {
        assertThat(state.isAway()).isFalse();
        state.doesNotAnswer(new SQLException("refused"));
        assertThat(state.isAway()).isTrue();
        state.answers();
        assertThat(state.isAway()).isFalse();
    }

    @Test
    void oneLineASecondSaysWhyAndHowOften() {
        for (int call = 0; call < 1000; call++) {
            state.missed(new IllegalStateException("outside", new SQLException("Connection refused")));
        }
        clock.pass(Duration.ofSeconds(1));
        state.missed(new SQLException("Connection refused"));

        assertThat(lines.all)
                .containsExactly(
                        "The database does not answer: Connection refused (0 more failures since the last line)",
                        "The database does not answer: Connection refused (999 more failures since the last line)");
    }

    @Test
    void saysHowLongItWasAway() {
        state.doesNotAnswer(new SQLException("refused"));
        clock.pass(Duration.ofSeconds(7));
        state.doesNotAnswer(new SQLException("refused"));
        state.answers();
        state.answers();

        assertThat(lines.all).hasSize(3).last().isEqualTo("The database answers again, after 7 s.");
    }

    private static final class Lines extends Handler {
        private final List<String> all = new ArrayList<>();

        @Override
        public void publish(LogRecord record) {
            assertThat(record.getThrown()).isNull();
            all.add(new SimpleFormatter().formatMessage(record));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
