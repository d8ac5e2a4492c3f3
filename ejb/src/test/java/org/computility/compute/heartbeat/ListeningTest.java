package org.computility.compute.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ListeningTest {

    private static final Instant WALL = Instant.parse("2026-11-30T08:00:00Z");
    private static final long ORIGIN = Long.MAX_VALUE - 5_000_000_000L;

    private final Listening listening = new Listening(Duration.ofSeconds(10));

    @Test
    void beginsWithTheFirstMomentAndGoesOn() {
        assertThat(listening.time()).isZero();
        at(0, 0);
        at(1, 1);
        at(11, 11);

        assertThat(listening.time()).isEqualTo(Duration.ofSeconds(11));
    }

    @Test
    void aStopBeginsItAnewWhateverTheClockShows() {
        at(0, 0);
        at(1, 1);
        at(1, 121);

        assertThat(listening.time()).as("the clock was put back by as much").isZero();
    }

    @Test
    void aStepOfTheClockBeginsItAnewForwardAndBackward() {
        Moment began = at(0, 0);
        Moment forward = at(3600, 1);
        assertThat(forward).isNotEqualTo(began);
        assertThat(at(3601, 2)).isEqualTo(forward);
        Moment backward = at(1, 3);
        assertThat(backward).isNotEqualTo(forward);
        assertThat(at(6, 5)).as("three seconds more than went by").isNotEqualTo(backward);
    }

    @Test
    void aClockThatIsPutRightSlowlyIsNoStep() {
        for (int second = 0; second < 100; second++) {
            listening.goesOn(moment(WALL.plusSeconds(second).plusMillis(second * 100L), second, Duration.ZERO));
        }

        assertThat(listening.time()).isEqualTo(Duration.ofSeconds(99));
    }

    @Test
    void aThreadThatIsHeldUpBetweenItsTwoReadingsSawNoStep() {
        at(0, 0);
        listening.goesOn(moment(WALL.plusSeconds(6), 1, Duration.ofSeconds(5)));
        at(7, 7);

        assertThat(listening.time()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void aReadingThatWasHeldUpIsRepeated() {
        Iterator<Long> nanos =
                Stream.of(0L, 8_000_000_000L, 8_000_000_000L, 8_000_001_000L).iterator();
        Iterator<Instant> walls = List.of(WALL, WALL.plusSeconds(8)).iterator();

        Moment read = Moment.read(walls::next, nanos::next);

        assertThat(read).isEqualTo(new Moment(WALL.plusSeconds(8), 8_000_000_000L, Duration.ofNanos(1000)));
    }

    @Test
    void whoReadTheClocksEarlierAndComesLaterChangesNothing() {
        at(0, 0);
        at(2, 2);
        at(1, 1);
        at(12, 12);

        assertThat(listening.time()).isEqualTo(Duration.ofSeconds(12));
    }

    private Moment at(long wall, long passed) {
        return listening.goesOn(moment(WALL.plusSeconds(wall), passed, Duration.ZERO));
    }

    private static Moment moment(Instant wall, long passed, Duration doubt) {
        return new Moment(wall, ORIGIN + passed * 1_000_000_000L, doubt);
    }
}
