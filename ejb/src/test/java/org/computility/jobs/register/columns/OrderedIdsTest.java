package org.computility.jobs.register.columns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

public class OrderedIdsTest {

    private static final Instant NOW = Instant.parse("2026-11-29T08:00:00Z");

    @Test
    void sortedByTextTheyAreSortedByTime() {
        List<String> ids = IntStream.range(0, 100)
                .mapToObj(milli -> OrderedIds.next(NOW.plusMillis(milli)).toString())
                .toList();

        assertThat(ids).isSorted();
    }

    @Test
    void theFirstOfAMomentIsBeforeAllOfItAndAfterAllEarlierOnes() {
        String first = OrderedIds.first(NOW).toString();

        assertThat(first)
                .isLessThan(OrderedIds.next(NOW).toString())
                .isGreaterThan(OrderedIds.next(NOW.minusMillis(1)).toString());
        assertThat(OrderedIds.first(Instant.MIN)).hasToString("00000000-0000-0000-0000-000000000000");
        assertThat(OrderedIds.first(Instant.MAX)).hasToString("ffffffff-ffff-0000-0000-000000000000");
    }

    @Test
    void theyAreOfVersionSevenAndDifferInOneMoment() {
        UUID one = OrderedIds.next(NOW);

        assertThat(one.version()).isEqualTo(7);
        assertThat(one.variant()).isEqualTo(2);
        assertThat(one).isNotEqualTo(OrderedIds.next(NOW));
    }
}
