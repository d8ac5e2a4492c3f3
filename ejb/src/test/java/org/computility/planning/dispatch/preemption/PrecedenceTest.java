package org.computility.planning.dispatch.preemption;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PrecedenceTest {

    private static final UUID HERE = new UUID(0, 1);
    private static final UUID THERE = new UUID(0, 2);
    private static final Map<UUID, Set<String>> OFFERS = Map.of(HERE, Set.of("a"), THERE, Set.of("a", "b"));

    @Test
    void theLowestGivesWayAndOnlyToAHigherOne() {
        Tenant low = tenant(HERE, 1);
        Tenant middle = tenant(HERE, 3);
        Contender high = contender(5, "a", null);
        Contender equal = contender(3, "a", null);

        assertThat(Precedence.choose(List.of(high, equal), List.of(low, middle), OFFERS))
                .containsExactly(Map.entry(high.id(), low));
    }

    @Test
    void nobodyGivesWayWhereTheFreedStreamWouldNotHelp() {
        Contender other = contender(9, "b", null);
        Contender pinned = contender(9, "a", THERE);
        Contender strange = contender(9, "c", null);

        assertThat(Precedence.choose(List.of(other, pinned, strange), List.of(tenant(HERE, 0)), OFFERS))
                .isEmpty();
    }

    /** Held against the plain way: each contender looks at all tenants. */
    @Test
    void choosesAsThePlainWayDoes() {
        Random random = new Random(1);
        for (int round = 0; round < 500; round++) {
            List<Contender> contenders = IntStream.range(0, random.nextInt(8))
                    .mapToObj(i -> contender(
                            random.nextInt(10),
                            random.nextBoolean() ? "a" : "b",
                            random.nextInt(4) == 0 ? THERE : null))
                    .sorted(Comparator.comparingInt(one -> -one.priority()))
                    .toList();
            List<Tenant> tenants = IntStream.range(0, random.nextInt(8))
                    .mapToObj(i -> tenant(random.nextBoolean() ? HERE : THERE, random.nextInt(10)))
                    .sorted(Comparator.comparingInt(Tenant::priority))
                    .toList();

            assertThat(Precedence.choose(contenders, tenants, OFFERS)).isEqualTo(plainly(contenders, tenants));
        }
    }

    private static Map<UUID, Tenant> plainly(List<Contender> contenders, List<Tenant> tenants) {
        Map<UUID, Tenant> chosen = new HashMap<>();
        List<Tenant> left = new ArrayList<>(tenants);
        for (Contender contender : contenders) {
            left.stream()
                    .filter(tenant -> tenant.priority() < contender.priority())
                    .filter(tenant ->
                            contender.pinned() == null || contender.pinned().equals(tenant.serviceId()))
                    .filter(tenant -> OFFERS.get(tenant.serviceId()).contains(contender.algoDefCode()))
                    .findFirst()
                    .ifPresent(tenant -> {
                        left.remove(tenant);
                        chosen.put(contender.id(), tenant);
                    });
        }
        assertThat(new HashSet<>(chosen.values())).hasSize(chosen.size());
        return chosen;
    }

    private static Tenant tenant(UUID service, int priority) {
        return new Tenant(UUID.randomUUID(), service, "node", (short) priority);
    }

    private static Contender contender(int priority, String code, UUID pinned) {
        return new Contender(UUID.randomUUID(), 1, (short) priority, new UUID(9, 9), code, pinned);
    }
}
