package org.computility.benchmarks.placement;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.computility.connector.jobs.Accelerators;
import org.computility.connector.jobs.JobResources;
import org.computility.connector.jobs.NodeCapacity;
import org.computility.jobs.placement.Amount;
import org.computility.jobs.placement.CenterRoom;
import org.computility.jobs.placement.Favour;
import org.computility.jobs.placement.PlacementRules;
import org.computility.jobs.placement.PlacementRules.Share;
import org.computility.jobs.placement.Places;
import org.computility.jobs.placement.RunningTask;
import org.computility.jobs.placement.Snapshot;
import org.computility.jobs.placement.WaitingJob;

/** Five centers with nodes of 64 cores, 256 GiB and, every second one, 8 accelerators; jobs of all sizes of twenty organisations. */
final class Workload {

    private static final int CENTERS = 5;
    private static final int ORGANISATIONS = 20;
    private static final int CORES = 64;
    private static final long GIB = 1L << 30;
    private static final Instant NOW = Instant.parse("2026-11-29T08:00:00Z");

    private final Random random = new Random(1);
    private final List<RunningTask> running = new ArrayList<>();

    /**
     * @param busy how many of a hundred cores are in use
     */
    Snapshot snapshot(int jobs, int nodes, int busy) {
        List<CenterRoom> centers = new ArrayList<>();
        for (int i = 0; i < CENTERS; i++) {
            centers.add(center("center" + i, nodes / CENTERS, busy));
        }
        List<WaitingJob> waiting = new ArrayList<>();
        for (int i = 0; i < jobs; i++) {
            waiting.add(job("job" + i));
        }
        return new Snapshot(NOW, centers, waiting, running);
    }

    /** Every second organisation has a quota of a fortieth of the network. */
    static PlacementRules rules(int nodes) {
        Map<UUID, Share> shares = new HashMap<>();
        for (int i = 0; i < ORGANISATIONS; i += 2) {
            long cores = (long) nodes * CORES / 40;
            shares.put(organisation(i), new Share(1 + i % 3, new Amount(cores, cores * 4 * GIB, cores / 16)));
        }
        return new PlacementRules(shares, Share.EQUAL, PlacementRules.ScoreWeights.USUAL);
    }

    private CenterRoom center(String id, int nodes, int busy) {
        List<NodeCapacity> all = new ArrayList<>();
        for (int i = 0; i < nodes; i++) {
            String name = "node%03d".formatted(i);
            int used = 0;
            while (used * 100 < CORES * busy) {
                int cores = Math.min(CORES - used, 1 + random.nextInt(8));
                used += cores;
                run(id, name, cores);
            }
            Accelerators accelerators = i % 2 == 0 ? new Accelerators("GPU", "Nvidia/GPU/A100", 8, 40 * GIB) : null;
            long free = (CORES - used) * 4 * GIB;
            all.add(new NodeCapacity(name, CORES, CORES - used, 256 * GIB, free, accelerators, i % 2 == 0 ? 8 : 0));
        }
        return new CenterRoom(id, true, all, Set.of("data" + random.nextInt(5), "data" + (5 + random.nextInt(5))));
    }

    private void run(String center, String node, int cores) {
        String id = "running" + running.size();
        Amount holds = new Amount(cores, cores * 4 * GIB, 0);
        Instant since = NOW.minusSeconds(random.nextInt(3600));
        Duration limit = Duration.ofSeconds(3600 + random.nextInt(36_000));
        // The first half of the organisations uses nothing yet.
        UUID owner = organisation(ORGANISATIONS / 2 + random.nextInt(ORGANISATIONS / 2));
        running.add(new RunningTask(id, id, owner, holds, center, node, true, since, limit, false));
    }

    private WaitingJob job(String id) {
        int cores = 1 << random.nextInt(6);
        int nodes = random.nextInt(10) == 0 ? 1 + random.nextInt(8) : 1;
        Accelerators asked = random.nextInt(4) == 0 ? new Accelerators("GPU", "", 1 + random.nextInt(8), 0) : null;
        List<String> named = random.nextInt(3) == 0 ? List.of("center" + random.nextInt(CENTERS)) : List.of();
        Map<String, BigDecimal> prices = new HashMap<>();
        for (int i = 0; i < CENTERS; i++) {
            prices.put("center" + i, BigDecimal.valueOf(1 + random.nextInt(100), 2));
        }
        return new WaitingJob(
                id,
                organisation(random.nextInt(ORGANISATIONS)),
                new JobResources(nodes, cores, cores * 4 * GIB, asked),
                Duration.ofSeconds(60 + random.nextInt(86_400)),
                new Places(named, null, Set.of("data" + random.nextInt(10)), prices, Set.of()),
                random.nextInt(10),
                NOW.minusSeconds(random.nextInt(86_400)),
                Favour.NONE);
    }

    private static UUID organisation(int number) {
        return new UUID(0, number);
    }
}
