package org.computility.connector.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SseParserTest {

    private final List<String> events = new ArrayList<>();
    private final SseParser parser = new SseParser(64, (name, data) -> events.add(name + "=" + data));

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void knowsAllLineEnds(String end) throws ProtocolException {
        feed("event: task" + end + "data: 1" + end + end + "data:2" + end + "data: 3" + end + end);

        assertThat(events).containsExactly("task=1", "=2\n3");
    }

    @Test
    void doesNotMindWhereTheBytesAreCut() throws ProtocolException {
        byte[] bytes = "event: task\r\ndata: 摄像头 é 😀\r\n\r\n".getBytes(StandardCharsets.UTF_8);
        for (int cut = 0; cut <= bytes.length; cut++) {
            events.clear();
            SseParser fresh = new SseParser(64, (name, data) -> events.add(name + "=" + data));
            fresh.feed(ByteBuffer.wrap(bytes, 0, cut));
            fresh.feed(ByteBuffer.wrap(bytes, cut, bytes.length - cut));
            assertThat(events).as("cut at %d", cut).containsExactly("task=摄像头 é 😀");
        }
    }

    @Test
    void ignoresCommentsOtherFieldsAndEventsWithoutData() throws ProtocolException {
        feed(": alive\n\nid: 7\nretry: 10\nevent: task\n\ndata\nnonsense\n\n");

        assertThat(events).containsExactly("=");
        assertThat(parser.comments()).isEqualTo(1);
    }

    @Test
    void ignoresAByteOrderMark() throws ProtocolException {
        feed("\uFEFFdata: 1\n\n");

        assertThat(events).containsExactly("=1");
    }

    @Test
    void refusesALineWithoutEnd() {
        assertThatThrownBy(() -> feed("data: " + "x".repeat(64))).isInstanceOf(ProtocolException.class);
    }

    @Test
    void refusesAnEventWithoutEnd() {
        assertThatThrownBy(() -> feed("data: 123456789\n".repeat(10))).isInstanceOf(ProtocolException.class);
    }

    @Test
    void findsTheNextEventAfterGarbage() throws ProtocolException {
        byte[] garbage = new byte[2_000];
        new Random(42).nextBytes(garbage);
        SseParser patient = new SseParser(4_000, (name, data) -> events.add(name + "=" + data));
        patient.feed(ByteBuffer.wrap(garbage));
        patient.feed(ByteBuffer.wrap("\n\nevent: task\ndata: 1\n\n".getBytes(StandardCharsets.UTF_8)));

        assertThat(events).last().isEqualTo("task=1");
    }

    private void feed(String text) throws ProtocolException {
        parser.feed(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }
}
