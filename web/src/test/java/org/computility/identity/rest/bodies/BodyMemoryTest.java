package org.computility.identity.rest.bodies;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BodyMemoryTest {

    private final BodyMemory memory = new BodyMemory(10);

    @Test
    void whatIsGivenBackCanBeTakenAgain() {
        assertThat(memory.take(10)).isTrue();
        assertThat(memory.take(1)).isFalse();

        memory.give(4);

        assertThat(memory.take(4)).isTrue();
        assertThat(memory.take(1)).isFalse();
    }
}
