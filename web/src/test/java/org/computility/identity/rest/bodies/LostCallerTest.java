package org.computility.identity.rest.bodies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedChannelException;
import org.junit.jupiter.api.Test;

class LostCallerTest {

    @Test
    void knowsTheWordsOfTheServers() {
        assertThat(LostCaller.isOne(new UncheckedIOException(new IOException("Connection is closed"))))
                .isTrue();
        assertThat(LostCaller.isOne(new IOException("Broken pipe"))).isTrue();
        assertThat(LostCaller.isOne(new IllegalStateException(new ClosedChannelException())))
                .isTrue();
    }

    @Test
    void leavesOtherFailuresAlone() {
        assertThat(LostCaller.isOne(new IOException("No space left on device"))).isFalse();
        assertThat(LostCaller.isOne(new NullPointerException())).isFalse();
    }
}
