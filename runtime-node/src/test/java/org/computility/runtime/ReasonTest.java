package org.computility.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.BufferUnderflowException;
import org.junit.jupiter.api.Test;

class ReasonTest {

    @Test
    void isTheMessageOrElseTheKindNeverNull() {
        assertThat(Reason.of(new IllegalStateException("the disk is full\n"))).isEqualTo("the disk is full");
        assertThat(Reason.of(new BufferUnderflowException())).isEqualTo("BufferUnderflowException");
    }
}
