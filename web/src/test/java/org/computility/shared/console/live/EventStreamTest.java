package org.computility.shared.console.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EventStreamTest {

    private final OpenAnswer answer = new OpenAnswer();
    private final AtomicInteger ends = new AtomicInteger();

    @Test
    void eventsGoOutAtOnceWhileTheOtherSideTakesThem() throws IOException {
        open().send("rows", "{}");

        assertThat(answer.text()).isEqualTo("event: rows\ndata: {}\n\n");
    }

    @Test
    void whatTheOtherSideDoesNotTakeWaitsAndKeepsNobodyWaiting() throws IOException {
        EventStream stream = open();
        answer.stall();
        stream.send("rows", "1");
        stream.send("rows", "2");
        assertThat(answer.text()).isEmpty();

        answer.go();

        assertThat(answer.text()).isEqualTo("event: rows\ndata: 1\n\nevent: rows\ndata: 2\n\n");
    }

    @Test
    void aSideThatFallsTooFarBehindIsGivenUp() throws IOException {
        EventStream stream = open();
        answer.stall();

        for (int event = 0; event < 100; event++) {
            stream.send("rows", "{}");
        }

        assertThat(answer.isComplete()).isTrue();
        assertThat(ends).hasValue(1);
    }

    @Test
    void theEndComesAfterWhatWaits() throws IOException {
        EventStream stream = open();
        answer.stall();
        stream.send("ended", "{}");
        stream.end();
        assertThat(answer.isComplete()).isFalse();

        answer.go();

        assertThat(answer.text()).contains("ended");
        assertThat(answer.isComplete()).isTrue();
        assertThat(stream.hasEnded()).isTrue();
        stream.onError(new IOException("closed"));
        assertThat(ends).hasValue(1);
    }

    private EventStream open() throws IOException {
        return EventStream.on(answer.call(), ends::incrementAndGet);
    }
}
