package org.computility.identity.rest.bodies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.computility.shared.Unavailable;
import org.junit.jupiter.api.Test;

class ComingStreamTest {

    private final HeldThreads threads = new HeldThreads(1, 1, Duration.ofMillis(1));

    @Test
    void oneBodyTooManyIsRefusedUntilAnotherHasBeenRead() throws IOException {
        ComingStream slow = body("slow");
        slow.read();
        ComingStream next = body("next");
        assertThatExceptionOfType(Unavailable.class).isThrownBy(next::read).withMessageContaining("try again");

        assertThat(slow.readAllBytes()).asString().isEqualTo("low");

        assertThat(next.readAllBytes()).asString().isEqualTo("next");
        assertThat(body("after").readAllBytes()).asString().isEqualTo("after");
    }

    @Test
    void aBodyThatNobodyReadsOnHoldsNothing() throws IOException {
        ComingStream left = body("left");
        left.read();

        left.leave();
        left.leave();

        assertThat(body("next").read()).isEqualTo('n');
        assertThatExceptionOfType(Unavailable.class).isThrownBy(body("one too many")::read);
    }

    @Test
    void aBodyThatDoesNotComeIsLateAndNoFailureOfOurs() {
        ComingStream late = new ComingStream(new BrokenStream(), threads, "somebody");

        assertThatExceptionOfType(WebApplicationException.class)
                .isThrownBy(late::read)
                .satisfies(
                        failure -> assertThat(failure.getResponse().getStatus()).isEqualTo(408));
    }

    @Test
    void oneCallerHasItsShareAndLeavesTheRestToOthers() throws IOException {
        HeldThreads three = new HeldThreads(3, 2, Duration.ofMillis(1));
        ComingStream first = body("first", three, "slow");
        first.read();
        body("second", three, "slow").read();
        assertThatExceptionOfType(Unavailable.class).isThrownBy(body("third", three, "slow")::read);

        assertThat(body("other", three, "quick").readAllBytes()).asString().isEqualTo("other");

        first.leave();
        assertThat(body("third", three, "slow").read()).isEqualTo('t');
    }

    private ComingStream body(String text) {
        return body(text, threads, "somebody");
    }

    private static ComingStream body(String text, HeldThreads threads, String caller) {
        return new ComingStream(new ArrivedStream(text.getBytes(StandardCharsets.UTF_8), null), threads, caller);
    }

    private static final class BrokenStream extends ServletInputStream {

        @Override
        public int read() throws IOException {
            throw new IOException(new TimeoutException());
        }

        @Override
        public boolean isFinished() {
            return false;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException();
        }
    }
}
