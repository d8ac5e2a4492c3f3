package org.computility.shared.timing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class RoundsTest {

    private final Told told = new Told();
    private final List<String> done = new ArrayList<>();
    private final Rounds rounds = new Rounds(told.logger(), "It could not be done; again in a second.");

    @Test
    void aRoundThatComesWhileAnotherRunsIsLeftOut() {
        rounds.run(() -> {
            rounds.run(() -> done.add("inner"));
            done.add("outer");
        });
        rounds.run(() -> done.add("next"));

        assertThat(done).containsExactly("outer", "next");
    }

    @Test
    void aRoundThatThrowsIsToldAndTheNextGoesOn() {
        IllegalStateException away = new IllegalStateException("away");
        rounds.run(() -> {
            throw away;
        });
        rounds.run(() -> done.add("next"));

        assertThat(done).containsExactly("next");
        assertThat(told.records).singleElement().satisfies(record -> {
            assertThat(record.getMessage()).isEqualTo("It could not be done; again in a second.");
            assertThat(record.getThrown()).isSameAs(away);
        });
    }

    private static final class Told extends Handler {
        private final List<LogRecord> records = new ArrayList<>();

        Logger logger() {
            Logger logger = Logger.getAnonymousLogger();
            logger.setUseParentHandlers(false);
            logger.addHandler(this);
            return logger;
        }

        @Override
        public void publish(LogRecord record) {
            records.add(record);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
