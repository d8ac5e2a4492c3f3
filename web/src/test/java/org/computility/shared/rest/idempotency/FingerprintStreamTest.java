package org.computility.shared.rest.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.computility.shared.keys.Hashes;
import org.junit.jupiter.api.Test;

class FingerprintStreamTest {

    private static final byte[] BODY = "a body of some length".getBytes(StandardCharsets.UTF_8);

    private final FingerprintStream stream = new FingerprintStream(new ByteArrayInputStream(BODY));

    @Test
    void passesTheBodyOnAndHashesIt() throws IOException {
        assertThat(stream.readAllBytes()).isEqualTo(BODY);
        assertThat(stream.fingerprint()).isEqualTo(Hashes.sha256("a body of some length"));
        assertThat(stream.fingerprint()).isEqualTo(Hashes.sha256("a body of some length"));
    }

    @Test
    void whatItsReaderLeavesOverOrSkipsCounts() throws IOException {
        assertThat(stream.read()).isEqualTo('a');
        assertThat(stream.skip(3)).isEqualTo(3);
        assertThat(stream.fingerprint()).isEqualTo(Hashes.sha256("a body of some length"));
        assertThat(stream.read()).isEqualTo(-1);
    }

    @Test
    void aReaderThatClosesItEarlyChangesNothing() throws IOException {
        stream.readNBytes(5);
        stream.close();

        assertThat(stream.fingerprint()).isEqualTo(Hashes.sha256("a body of some length"));
    }
}
