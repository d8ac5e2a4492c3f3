package org.computility.centers.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.computility.centers.resources.Capacities.GIB;
import static org.computility.centers.resources.Capacities.capacity;
import static org.computility.centers.resources.Capacities.center;
import static org.computility.centers.resources.Capacities.node;
import static org.computility.centers.resources.Capacities.npus;

import org.computility.centers.resources.Bundle.Processors;
import org.computility.centers.resources.CenterResources.NodeGroup;
import org.computility.connector.jobs.Accelerators;
import org.computility.connector.jobs.JobCapacity;
import org.junit.jupiter.api.Test;

class CenterSumsTest {

    private static final JobCapacity SOME = capacity(
            node(8, 4, 16, 5 * GIB + 1, npus(8), 2),
            node(8, 4, 16, 5 * GIB + 70, npus(8), 2),
            node(8, 0, 16, 9 * GIB, npus(8), 8),
            node(2, 2, 4, 4 * GIB, null, 0));

    @Test
    void nodesOfWhichTheSameIsFreeAreCountedTogether() {
        CenterResources sums = CenterSums.of(center(true, SOME));

        assertThat(sums.nodeCount()).isEqualTo(4);
        assertThat(sums.idleNodes())
                .containsExactly(
                        new NodeGroup(
                                new Bundle(
                                        "ARM", 4, 5 * GIB, new Processors("NPU", "Huawei/NPU/Ascend910", 2, 32 * GIB)),
                                2),
                        new NodeGroup(new Bundle("ARM", 2, 4 * GIB, null), 1));
    }

    @Test
    void theSumsAreOverAllNodes() {
        CenterResources sums = CenterSums.of(center(true, SOME));

        assertThat(sums.total())
                .isEqualTo(
                        new Bundle("ARM", 26, 52 * GIB, new Processors("NPU", "Huawei/NPU/Ascend910", 24, 32 * GIB)));
        assertThat(sums.idle().cores()).isEqualTo(10);
        assertThat(sums.idle().processors().count()).isEqualTo(12);
    }

    @Test
    void acceleratorsOfSeveralKindsAreNamedTogether() {
        JobCapacity mixed =
                capacity(node(8, 8, 16, GIB, npus(8), 8), node(8, 8, 16, GIB, new Accelerators("GPU", "", 4, 0), 4));

        assertThat(CenterSums.of(center(true, mixed)).total().processors())
                .isEqualTo(new Processors("GPU,NPU", "Huawei/NPU/Ascend910", 12, 0));
    }

    @Test
    void nothingIsIdleWhereNobodyAnswers() {
        CenterResources sums = CenterSums.of(center(false, SOME));

        assertThat(sums.total().cores()).isEqualTo(26);
        assertThat(sums.idle()).isEqualTo(new Bundle("ARM", 0, 0, null));
        assertThat(sums.idleNodes()).isEmpty();
    }

    @Test
    void whatNeverAnsweredIsNotKnown() {
        CenterResources sums = CenterSums.of(center(false, null));

        assertThat(sums.total()).isNull();
        assertThat(sums.idle()).isNull();
        assertThat(sums.idleNodes()).isEmpty();
    }
}
