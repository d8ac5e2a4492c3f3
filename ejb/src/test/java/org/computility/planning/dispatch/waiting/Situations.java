package org.computility.planning.dispatch.waiting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** Random situations in every odd state, small unless something else is asked for. */
final class Situations {

    static final Instant NOW = Instant.parse("2026-11-29T08:00:00Z");

    private final Random random;
    private final List<UUID> services = new ArrayList<>();

    private final int mostNodes;
    private final int mostOthers;

    Situations(long seed) {
        this(seed, 3, 4);
    }

    Situations(long seed, int mostNodes, int mostOthers) {
        random = new Random(seed);
        this.mostNodes = mostNodes;
        this.mostOthers = mostOthers;
    }

    Situation next() {
        List<Spot> spots = new ArrayList<>();
        int nodes = 1 + random.nextInt(mostNodes);
        for (int i = 0; i < nodes; i++) {
            node("n" + i, spots);
        }
        List<Waiter> others = new ArrayList<>();
        int count = random.nextInt(mostOthers + 1);
        for (int i = 0; i < count; i++) {
            others.add(waiter(i + 1));
        }
        return new Situation(NOW, waiter(3), others, spots);
    }

    private void node(String code, List<Spot> spots) {
        boolean online = chance(75);
        boolean answers = chance(85);
        if (chance(10)) {
            spots.add(Spot.direct(code, online, answers, chance(30)));
            return;
        }
        int count = random.nextInt(3);
        for (int i = 0; i < count; i++) {
            UUID id = new UUID(1, random.nextLong());
            services.add(id);
            int slots = random.nextInt(4);
            int taken = random.nextInt(slots + 1);
            List<Instant> ends = new ArrayList<>();
            for (int task = 0; task < taken; task++) {
                if (chance(50)) {
                    ends.add(NOW.plusSeconds(random.nextInt(5)));
                }
            }
            spots.add(new Spot(
                    id, code, false, codes(), online, answers, chance(80), chance(20), slots, taken, false, ends));
        }
        if (count == 0) {
            spots.add(Spot.bare(code, online, answers));
        }
    }

    private Set<String> codes() {
        Set<String> codes = new HashSet<>(Set.of(chance(70) ? "a" : "b"));
        if (chance(20)) {
            codes.add("b");
        }
        return codes;
    }

    private Waiter waiter(int number) {
        UUID pinned = services.isEmpty() || chance(75) ? null : services.get(random.nextInt(services.size()));
        return new Waiter(
                new UUID(2, random.nextLong()),
                number,
                random.nextInt(10),
                chance(75) ? "a" : "b",
                chance(20) ? "n" + random.nextInt(3) : null,
                pinned);
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }
}
