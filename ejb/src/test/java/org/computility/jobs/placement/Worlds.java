package org.computility.jobs.placement;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.computility.connector.jobs.Accelerators;
import org.computility.connector.jobs.JobResources;
import org.computility.connector.jobs.NodeCapacity;

/** Small random networks in every odd state, with consistent books: what runs is what is not free. */
public final class Worlds {

    public static final Instant NOW = Instant.parse("2026-11-29T08:00:00Z");
    public static final long GIB = 1L << 30;
    private static final Accelerators V100 = new Accelerators("GPU", "Nvidia/GPU/V100", 1, 16 * GIB);

    private final Random random;
    private final int organisations;
    private final List<CenterRoom> centers = new ArrayList<>();
    private final List<RunningTask> running = new ArrayList<>();
    private final List<WaitingJob> waiting = new ArrayList<>();

    public Worlds(long seed) {
        random = new Random(seed);
        organisations = 1 + random.nextInt(3);
    }

    public static UUID organisation(int number) {
        return new UUID(0, number);
    }

    public PlacementRules rules() {
        Map<UUID, PlacementRules.Share> shares = new HashMap<>();
        for (int i = 0; i < organisations; i++) {
            Amount quota =
                    chance(60) ? new Amount(random.nextInt(12), random.nextInt(16) * GIB, random.nextInt(4)) : null;
            shares.put(organisation(i), new PlacementRules.Share(1 + random.nextInt(3), quota));
        }
        return new PlacementRules(
                shares,
                PlacementRules.Share.EQUAL,
                new PlacementRules.ScoreWeights(
                        random.nextInt(4), random.nextInt(4), random.nextInt(4), random.nextInt(4)));
    }

    public Snapshot snapshot(int mostJobs) {
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            center("c" + i);
        }
        int jobs = 1 + random.nextInt(mostJobs);
        for (int i = 0; i < jobs; i++) {
            waiting.add(job("w" + i));
        }
        return new Snapshot(NOW, centers, waiting, running);
    }

    private void center(String id) {
        List<NodeCapacity> nodes = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            nodes.add(node(id, "n" + i));
        }
        centers.add(new CenterRoom(id, chance(85), nodes, chance(50) ? Set.of("d0") : Set.of("d0", "d1")));
    }

    private NodeCapacity node(String center, String name) {
        int cores = 1 + random.nextInt(8);
        int memory = 1 + random.nextInt(8);
        int accelerators = chance(40) ? 1 + random.nextInt(2) : 0;
        int[] free = {cores, memory, accelerators};
        int tasks = random.nextInt(4);
        for (int i = 0; i < tasks; i++) {
            run(center, name, free);
        }
        Accelerators kind = accelerators == 0
                ? null
                : new Accelerators(V100.type(), V100.product(), accelerators, V100.memoryBytes());
        return new NodeCapacity(name, cores, free[0], memory * GIB, free[1] * GIB, kind, free[2]);
    }

    private void run(String center, String node, int[] free) {
        int cores = random.nextInt(free[0] + 1);
        int memory = random.nextInt(free[1] + 1);
        int accelerators = random.nextInt(free[2] + 1);
        if (cores == 0) {
            return;
        }
        boolean counted = chance(80);
        int number = running.size();
        // Now and then two tasks are of one job.
        String job = number > 0 && chance(20) ? running.get(number - 1).jobId() : "r" + number;
        UUID owner = number > 0 && job.equals(running.get(number - 1).jobId())
                ? running.get(number - 1).organisationId()
                : organisation(random.nextInt(organisations));
        running.add(new RunningTask(
                "t" + number,
                job,
                owner,
                new Amount(cores, memory * GIB, accelerators),
                center,
                chance(80) ? node : null,
                counted,
                NOW.minusSeconds(random.nextInt(5)),
                Duration.ofSeconds(1 + random.nextInt(9)),
                chance(10)));
        if (counted) {
            free[0] -= cores;
            free[1] -= memory;
            free[2] -= accelerators;
        }
    }

    private WaitingJob job(String id) {
        int named = chance(50) ? 0 : 1 + random.nextInt(centers.size());
        List<String> names = new ArrayList<>();
        for (CenterRoom center : centers) {
            if (names.size() < named && chance(70)) {
                names.add(center.id());
            }
        }
        int nodes = Math.max(names.size(), 1 + (chance(30) ? random.nextInt(3) : 0));
        Accelerators asked =
                chance(25) ? new Accelerators("GPU", chance(50) ? "" : V100.product(), 1 + random.nextInt(2), 0) : null;
        return new WaitingJob(
                id,
                organisation(random.nextInt(organisations)),
                new JobResources(nodes, 1 + random.nextInt(chance(20) ? 8 : 4), (1 + random.nextInt(4)) * GIB, asked),
                Duration.ofSeconds(1 + random.nextInt(9)),
                new Places(names, image(), datasets(), prices(), avoided()),
                random.nextInt(3),
                NOW.minusSeconds(random.nextInt(5)),
                chance(5) ? Favour.NONE.goingFirst() : Favour.NONE);
    }

    private Set<String> image() {
        return chance(80) ? null : Set.of("c" + random.nextInt(centers.size()));
    }

    private Set<String> avoided() {
        return chance(85) ? Set.of() : Set.of("c" + random.nextInt(centers.size()));
    }

    private Set<String> datasets() {
        Set<String> all = new HashSet<>();
        for (int i = 0; i < 3; i++) {
            if (chance(30)) {
                all.add("d" + i);
            }
        }
        return all;
    }

    private Map<String, BigDecimal> prices() {
        Map<String, BigDecimal> prices = new HashMap<>();
        for (CenterRoom center : centers) {
            if (chance(60)) {
                prices.put(center.id(), BigDecimal.valueOf(random.nextInt(5)));
            }
        }
        return prices;
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }
}
