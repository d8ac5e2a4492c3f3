package org.computility.shared.space;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AnswerMemoryTest {

    @Test
    void whatOneAnswerHoldsOthersCannotTakeUntilItIsClosed() {
        AnswerMemory memory = new AnswerMemory(1000);
        AnswerMemory.Room other = memory.room();
        try (AnswerMemory.Room room = memory.room()) {
            assertThat(room.take(100)).isTrue();
            assertThat(other.take(100)).isFalse();
            assertThat(other.take(20)).isTrue();
            other.close();
            other.close();
        }
        assertThat(other.take(125)).isTrue();
        assertThat(other.take(1)).isFalse();
    }
}
