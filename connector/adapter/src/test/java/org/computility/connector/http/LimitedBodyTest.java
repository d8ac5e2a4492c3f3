package org.computility.connector.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;

class LimitedBodyTest {

    private final LimitedBody body = new LimitedBody(8);
    private final CompletableFuture<byte[]> whole = body.getBody().toCompletableFuture();
    private final Source source = new Source();

    @Test
    void piecesAreJoinedUpToTheLimit() {
        body.onSubscribe(source);
        body.onNext(List.of(bytes("abc"), bytes("")));
        body.onNext(List.of(bytes("defgh")));
        assertThat(whole).isNotDone();
        body.onComplete();

        assertThat(new String(whole.join(), StandardCharsets.US_ASCII)).isEqualTo("abcdefgh");
        assertThat(source.cancelled).isFalse();
    }

    @Test
    void oneByteMoreEndsTheAnswerAndNothingMoreIsRead() {
        body.onSubscribe(source);
        body.onNext(List.of(bytes("abcdefgh")));
        body.onNext(List.of(bytes("i")));

        assertThat(source.cancelled).isTrue();
        assertThatThrownBy(whole::join)
                .hasCauseInstanceOf(LimitedBody.TooLarge.class)
                .hasMessageContaining("larger than 8 bytes");
    }

    @Test
    void aBrokenConnectionIsToldAsItIs() {
        body.onSubscribe(source);
        body.onError(new IOException("reset by peer"));

        assertThatThrownBy(whole::join).hasRootCauseMessage("reset by peer");
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static final class Source implements Flow.Subscription {
        private boolean cancelled;

        @Override
        public void request(long count) {}

        @Override
        public void cancel() {
            cancelled = true;
        }
    }
}
