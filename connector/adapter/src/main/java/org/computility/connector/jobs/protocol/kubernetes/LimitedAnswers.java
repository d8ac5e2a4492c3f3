package org.computility.connector.jobs.protocol.kubernetes;

import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/** Lets no answer fill the platform's memory. */
final class LimitedAnswers implements Interceptor {

    /** A list of 20,000 pods has some 120 MB. */
    private static final long MOST = 256L << 20;

    @Override
    public AsyncBody.Consumer<List<ByteBuffer>> consumer(
            AsyncBody.Consumer<List<ByteBuffer>> consumer, HttpRequest request) {
        return new AsyncBody.Consumer<>() {

            private long bytes;

            @Override
            public void consume(List<ByteBuffer> value, AsyncBody body) throws Exception {
                bytes += value.stream().mapToLong(ByteBuffer::remaining).sum();
                if (bytes > MOST) {
                    throw new IOException("the answer is longer than " + MOST + " bytes");
                }
                consumer.consume(value, body);
            }

            @Override
            public <U> U unwrap(Class<U> target) {
                return consumer.unwrap(target);
            }
        };
    }
}
