package org.computility.planning.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PositionTest {

    @Test
    void movesBehindAGroupWithinTheRound() {
        Position next = new Position(0, 0, 2).afterGroup(5, true);

        assertThat(next).isEqualTo(new Position(0, 5, 2));
        assertThat(next.atRoundStart()).isFalse();
        assertThat(next.round()).isEqualTo(1);
    }

    @Test
    void beginsTheNextRoundBehindTheLastGroup() {
        Position next = new Position(0, 10, 2).afterGroup(12, false);

        assertThat(next).isEqualTo(new Position(1, 0, 2));
        assertThat(next.isOver()).isFalse();
    }

    @Test
    void isOverAfterTheLastRoundAndNeverWithoutALimit() {
        assertThat(new Position(1, 10, 2).afterGroup(12, false).isOver()).isTrue();
        assertThat(new Position(99, 10, null).afterGroup(12, false).isOver()).isFalse();
    }

    @Test
    void showsTheShareOfTheRoundWithOneDecimal() {
        assertThat(Position.progress(false, 5, 12)).isEqualTo(41.7);
        assertThat(Position.progress(false, 0, 0)).isZero();
        assertThat(Position.progress(true, 0, 12)).isEqualTo(100);
    }
}
