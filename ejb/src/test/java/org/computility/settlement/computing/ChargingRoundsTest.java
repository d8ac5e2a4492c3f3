package org.computility.settlement.computing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.computility.operations.leases.NamedLeases;
import org.computility.settlement.bills.OrderSettlement;
import org.junit.jupiter.api.Test;

class ChargingRoundsTest {

    @Test
    void aFailureOfOnePartStopsNoOther() {
        List<String> done = new ArrayList<>();
        ChargingRounds rounds = new ChargingRounds();
        rounds.settlement = new OrderSettlement();
        rounds.charging = new JobCharging() {
            @Override
            public List<String> due() {
                done.add("seconds");
                throw new IllegalStateException("not now");
            }
        };
        rounds.calls = new ServiceCharging() {
            @Override
            public List<UUID> due() {
                done.add("calls");
                throw new IllegalStateException("not now");
            }
        };
        rounds.leases = new NamedLeases() {
            @Override
            public boolean acquire(String name, Duration duration) {
                done.add(name);
                return false;
            }
        };

        rounds.everyFiveSeconds();

        assertThat(done).containsExactly("seconds", "calls", "job-budgets");
    }
}
