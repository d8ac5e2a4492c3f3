package org.computility.observation.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.computility.observation.Tally;
import org.junit.jupiter.api.Test;

class TallyGaugesTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final SetClock clock = new SetClock();
    private List<Tally> held = List.of(new Tally("NODES", "online", "", 3));
    private RuntimeException failure;
    private int asked;
    private final TallyGauges gauges = new TallyGauges(registry, List.of(this::census, this::further), clock);

    @Test
    void asksTheDatabaseOnceForAllWhoComeWithinTenSeconds() {
        gauges.refresh(true);
        held = List.of(new Tally("NODES", "online", "", 4));
        clock.now = clock.now.plusSeconds(9);
        gauges.refresh(true);
        assertThat(nodes("online").value()).isEqualTo(3);

        clock.now = clock.now.plusSeconds(1);
        gauges.refresh(true);

        assertThat(nodes("online").value()).isEqualTo(4);
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void tellsNothingWhileTheDatabaseIsAwayAndCountsAtOnceWhenItIsBack() {
        gauges.refresh(true);
        gauges.refresh(false);
        assertThat(nodes("online")).isNull();
        assertThat(asked).isEqualTo(1);

        gauges.refresh(true);

        assertThat(nodes("online").value()).isEqualTo(3);
    }

    @Test
    void whatIsCountedNoMoreIsGone() {
        gauges.refresh(true);
        held = List.of(new Tally("NODES", "offline", "", 1));
        clock.now = clock.now.plus(TallyGauges.GOOD_FOR);
        gauges.refresh(true);

        assertThat(nodes("online")).isNull();
        assertThat(nodes("offline").value()).isEqualTo(1);
    }

    @Test
    void aCountThatFailsTakesTheOtherFiguresNotAlong() {
        failure = new IllegalStateException("no such table");

        gauges.refresh(true);

        assertThat(nodes("online")).isNull();
        assertThat(registry.get("computility_webhook_notices").gauge().value()).isEqualTo(7);
    }

    @Test
    void labelsAreInTheOrderOfTheFigure() {
        held = List.of(new Tally("JOBS", "training", "pending", 5));

        gauges.refresh(true);

        assertThat(registry.get("computility_jobs")
                        .tags("kind", "training", "state", "pending")
                        .gauge()
                        .value())
                .isEqualTo(5);
    }

    private List<Tally> census() {
        asked++;
        if (failure != null) {
            throw failure;
        }
        return held;
    }

    private List<Tally> further() {
        return List.of(new Tally("NOTICES", "waiting", "", 7));
    }

    private Gauge nodes(String state) {
        return registry.find("computility_nodes").tag("state", state).gauge();
    }

    private static final class SetClock extends Clock {

        private Instant now = Instant.parse("2026-11-30T00:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
