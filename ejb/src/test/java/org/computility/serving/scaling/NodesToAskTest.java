package org.computility.serving.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NodesToAskTest {

    private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");

    @Test
    void whoNeverTellsIsNotAskedForEverInTheOthersPlace() {
        List<String> codes = IntStream.range(0, 40).mapToObj(Integer::toString).toList();
        Map<String, Instant> told = new HashMap<>();
        codes.subList(20, 40).forEach(code -> told.put(code, NOW.minusSeconds(61)));

        Set<String> asked = new HashSet<>();
        for (int turn = 0; turn < 100; turn++) {
            asked.addAll(NodesToAsk.inOrder(codes, told::get, NOW).subList(0, 20));
        }

        assertThat(asked).containsAll(codes);
    }

    @Test
    void whoToldWithinTheMinuteIsAskedLastTheOldestFirst() {
        Map<String, Instant> told =
                Map.of("new", NOW.minusSeconds(5), "newer", NOW.minusSeconds(1), "old", NOW.minusSeconds(90));

        assertThat(NodesToAsk.inOrder(List.of("newer", "new", "old"), told::get, NOW))
                .containsExactly("old", "new", "newer");
    }
}
