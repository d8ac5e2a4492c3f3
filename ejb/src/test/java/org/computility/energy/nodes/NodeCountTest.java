package org.computility.energy.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class NodeCountTest {

    private static final Instant BEGAN = Instant.parse("2026-11-30T08:00:00Z");
    private static final Instant LOOK = Instant.parse("2026-11-30T12:00:00Z");
    private static final Instant LATER = LOOK.plusSeconds(30);

    @Test
    void whatCameSinceTheLastLookIsAdded() {
        assertThat(added(count(BEGAN, "12.5"), count(BEGAN, "10"))).isEqualByComparingTo("2.5");
        assertThat(added(count(BEGAN, "10"), count(BEGAN, "10"))).isZero();
    }

    @Test
    void aCountThatBeganBehindTheLastLookIsCountedWhole() {
        assertThat(added(count(LATER, "3"), count(BEGAN, "10"))).isEqualByComparingTo("3");
        assertThat(added(count(LATER, "13"), count(BEGAN, "10"))).isEqualByComparingTo("13");
        assertThat(added(count(LATER, "3"), null)).as("a machine that came").isEqualByComparingTo("3");
    }

    @Test
    void aCountThatGoesOnIsNeverCountedTwice() {
        assertThat(added(count(BEGAN.plusSeconds(1), "12"), count(BEGAN, "10")))
                .as("its beginning is reckoned anew each time")
                .isEqualByComparingTo("2");
        assertThat(added(count(LATER, "5"), count(LATER, "3")))
                .as("a clock that is ahead")
                .isEqualByComparingTo("2");
        assertThat(added(count(LATER.plusSeconds(60), "5"), count(LATER, "3")))
                .as("a clock that is ahead, and a beginning that is reckoned anew")
                .isEqualByComparingTo("2");
        assertThat(added(count(LATER.plusSeconds(61), "5"), count(LATER, "3")))
                .as("another count")
                .isEqualByComparingTo("5");
    }

    @Test
    void aCountThatFellBeganAtZero() {
        assertThat(added(count(BEGAN, "3"), count(BEGAN, "10"))).isEqualByComparingTo("3");
    }

    @Test
    void aMachineThatCountedBeforeCountsFromNowOn() {
        assertThat(added(count(BEGAN, "3"), null)).isZero();
    }

    private static BigDecimal added(NodeCount now, NodeCount before) {
        return now.addedSince(before, LOOK);
    }

    private static NodeCount count(Instant since, String wattHours) {
        return new NodeCount("box", "CPU", since, new BigDecimal(wattHours));
    }
}
