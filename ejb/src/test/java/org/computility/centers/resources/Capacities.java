package org.computility.centers.resources;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.computility.centers.catalogue.SpecProcessor;
import org.computility.centers.catalogue.SpecView;
import org.computility.centers.registration.CenterView;
import org.computility.connector.jobs.Accelerators;
import org.computility.connector.jobs.JobCapacity;
import org.computility.connector.jobs.NodeCapacity;

/** Nodes and centers for tests. */
final class Capacities {

    static final Instant NOW = Instant.parse("2026-11-29T08:00:00Z");
    static final long GIB = 1L << 30;

    private Capacities() {}

    static Accelerators npus(int count) {
        return new Accelerators("NPU", "Huawei/NPU/Ascend910", count, 32 * GIB);
    }

    static NodeCapacity node(int cores, int freeCores, long gib, long freeBytes, Accelerators some, int free) {
        return new NodeCapacity("n" + cores + freeCores, cores, freeCores, gib * GIB, freeBytes, some, free);
    }

    static JobCapacity capacity(NodeCapacity... nodes) {
        return new JobCapacity("ARM", 0, List.of(nodes));
    }

    static CenterView center(boolean connected, JobCapacity capacity) {
        return new CenterView(
                "c", "C", null, null, null, new UUID(0, 1), null, null, connected, null, NOW, NOW, NOW, null, capacity);
    }

    static SpecView spec(String architecture, int cores, long gib, SpecProcessor processor) {
        return new SpecView("s", "S", architecture, cores, gib * GIB, processor, NOW);
    }
}
