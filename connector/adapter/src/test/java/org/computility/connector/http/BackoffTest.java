package org.computility.connector.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Backoff backoff = new Backoff(FIRST, LONGEST, new Random(1));

    @Test
    void staysBetweenItsLimitsForEver() {
        for (int i = 0; i < 200; i++) {
            assertThat(backoff.next()).isBetween(FIRST, LONGEST);
        }
    }

    @Test
    void growsAndStartsAgainAfterReset() {
        IntStream.range(0, 10).forEach(i -> backoff.next());
        assertThat(backoff.next()).isGreaterThanOrEqualTo(LONGEST.dividedBy(2));

        backoff.reset();
        assertThat(backoff.next()).isEqualTo(FIRST);
    }

    @Test
    void spreadsNodesThatFailedTogether() {
        IntStream.range(0, 10).forEach(i -> backoff.next());
        Set<Duration> waits =
                IntStream.range(0, 20).mapToObj(i -> backoff.next()).collect(Collectors.toSet());
        assertThat(waits).hasSizeGreaterThan(10);
    }
}
