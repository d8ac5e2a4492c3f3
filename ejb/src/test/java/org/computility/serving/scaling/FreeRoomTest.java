package org.computility.serving.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.computility.algorithms.PackageView;
import org.computility.algorithms.ReplicaNeeds;
import org.computility.compute.NodeView;
import org.computility.compute.monitoring.Card;
import org.computility.compute.monitoring.Machine;
import org.computility.compute.monitoring.NodePicture;
import org.junit.jupiter.api.Test;

/** How many replicas fit, by annex G. */
class FreeRoomTest {

    private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");
    private static final ReplicaNeeds NEEDS = new ReplicaNeeds(4.0, 6.0);

    @Test
    void memoryBindsOnEachMachineForItself() {
        assertThat(FreeRoom.replicas(on("CPU"), NEEDS, told(machine(16, 3), machine(8, 5))))
                .as("three in 13 GiB, none in 3")
                .isEqualTo(3);
        assertThat(FreeRoom.replicas(on("CPU"), NEEDS, told(machine(4, 6))))
                .as("more in use than there is")
                .isZero();
    }

    @Test
    void cardsBindWhereThePackageNeedsThem() {
        Card big = new Card("NVIDIA_GPU", 24.0, 1.0, 0.5);
        Card full = new Card("NVIDIA_GPU", 24.0, 20.0, 0.5);
        assertThat(FreeRoom.replicas(on("NVIDIA_GPU"), NEEDS, told(machine(256, 1, big, full))))
                .isEqualTo(3);
        assertThat(FreeRoom.replicas(on("NVIDIA_GPU"), NEEDS, told(machine(8, 1, big))))
                .as("memory is shorter")
                .isEqualTo(1);
        assertThat(FreeRoom.replicas(on("NVIDIA_GPU"), NEEDS, told(machine(256, 1))))
                .as("no card")
                .isZero();
        assertThat(FreeRoom.replicas(on("NVIDIA_GPU"), NEEDS, null))
                .as("it never said that it has one")
                .isZero();
        assertThat(FreeRoom.replicas(on("CPU", "NVIDIA_GPU"), NEEDS, told(machine(9, 1, full))))
                .as("a processor will do")
                .isEqualTo(2);
    }

    @Test
    void whatNobodyTellsBindsNothing() {
        assertThat(FreeRoom.replicas(on("CPU"), NEEDS, null)).isEqualTo(1000);
        assertThat(FreeRoom.replicas(on("CPU"), new ReplicaNeeds(null, null), told(machine(1, 1))))
                .isEqualTo(1000);
        assertThat(FreeRoom.replicas(
                        on("CPU"),
                        NEEDS,
                        told(new Machine("m", null, null, null, null, 16.0, null, null, null, List.of()))))
                .isEqualTo(1000);
    }

    private static PackageView on(String... accelerators) {
        return new PackageView(
                "1101080000508000000120261101000000000001",
                "motion",
                "1",
                "artifact",
                "nobody",
                UUID.randomUUID(),
                1,
                "",
                List.of(),
                List.of(accelerators),
                4,
                List.of(),
                NOW);
    }

    private static Machine machine(double memory, double used, Card... cards) {
        return new Machine("m", null, null, 8.0, 0.9, memory, used, null, null, List.of(cards));
    }

    private static NodePicture told(Machine... machines) {
        NodeView node =
                new NodeView("11010800005020000001", "CAP", "127.0.0.1", 1, true, true, UUID.randomUUID(), NOW, NOW);
        return new NodePicture(node, List.of(machines), NOW);
    }
}
