package org.computility.jobs.online;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.computility.jobs.online.CallCounts.Called;
import org.junit.jupiter.api.Test;

class CallMeterTest {

    private final Called called = new Called(UUID.randomUUID(), UUID.randomUUID(), "east");
    private final CallMeter meter = new CallMeter();
    private final List<Map<Called, Long>> sent = new ArrayList<>();
    private final List<Long> numbers = new ArrayList<>();
    private boolean silent;

    CallMeterTest() {
        meter.counts = new CallCounts() {
            @Override
            public void add(UUID writer, long batch, SortedMap<Called, Long> counts) {
                sent.add(new TreeMap<>(counts));
                numbers.add(batch);
                if (silent) {
                    throw new IllegalStateException("nobody knows whether it was committed");
                }
            }
        };
    }

    @Test
    void aBatchWhoseFateNobodyKnowsIsSentAgainAsItWas() {
        meter.counter().accept(called);
        silent = true;
        assertThatIllegalStateException().isThrownBy(meter::write);
        meter.counter().accept(called);
        meter.counter().accept(called);
        silent = false;

        meter.write();
        meter.write();

        assertThat(sent).containsExactly(Map.of(called, 1L), Map.of(called, 1L), Map.of(called, 2L));
        assertThat(numbers).containsExactly(1L, 1L, 2L);
    }
}
