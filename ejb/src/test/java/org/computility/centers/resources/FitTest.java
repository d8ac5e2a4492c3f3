package org.computility.centers.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.computility.centers.resources.Capacities.GIB;
import static org.computility.centers.resources.Capacities.capacity;
import static org.computility.centers.resources.Capacities.node;
import static org.computility.centers.resources.Capacities.npus;
import static org.computility.centers.resources.Capacities.spec;

import java.util.ArrayList;
import java.util.List;
import org.computility.centers.catalogue.SpecProcessor;
import org.computility.centers.catalogue.SpecView;
import org.computility.connector.jobs.Accelerators;
import org.computility.connector.jobs.JobCapacity;
import org.junit.jupiter.api.Test;

class FitTest {

    @Test
    void aNodeHoldsWhatItHasThoughItIsBusy() {
        assertThat(fits(spec("ARM", 8, 16, null))).isTrue();
        assertThat(fits(spec("arm", 1, 1, null))).isTrue();
        assertThat(fits(spec("ARM", 9, 16, null))).isFalse();
        assertThat(fits(spec("ARM", 8, 17, null))).isFalse();
        assertThat(fits(spec("X86", 1, 1, null))).isFalse();
    }

    @Test
    void acceleratorsAreOfTheTypeAndTheProduct() {
        assertThat(fits(with("NPU", "", 8, 0))).isTrue();
        assertThat(fits(with("NPU", "huawei/npu/ascend910", 8, 32 * GIB))).isTrue();
        assertThat(fits(with("NPU", "", 9, 0))).isFalse();
        assertThat(fits(with("GPU", "", 1, 0))).isFalse();
        assertThat(fits(with("NPU", "Huawei/NPU/Ascend310", 1, 0))).isFalse();
        assertThat(fits(with("NPU", "", 1, 33 * GIB))).isFalse();
    }

    @Test
    void aProductThatIsNotToldIsNotTheOneThatIsAskedFor() {
        JobCapacity untold = capacity(node(8, 8, 16, GIB, new Accelerators("NPU", "", 8, 0), 8));

        assertThat(Fit.heldBy(List.of(untold)).test(with("NPU", "Huawei/NPU/Ascend910", 1, 0)))
                .isFalse();
        assertThat(Fit.heldBy(List.of(untold)).test(with("NPU", "", 1, 32 * GIB)))
                .isTrue();
    }

    @Test
    void centersThatNeverAnsweredOfferNothing() {
        List<JobCapacity> never = new ArrayList<>();
        never.add(null);

        assertThat(Fit.heldBy(never).test(spec("ARM", 1, 1, null))).isFalse();
    }

    private static SpecView with(String type, String product, int count, long memoryBytes) {
        return spec("ARM", 1, 1, new SpecProcessor(type, product, count, memoryBytes));
    }

    private static boolean fits(SpecView spec) {
        JobCapacity busy = capacity(node(8, 0, 16, 0, npus(8), 0));
        return Fit.heldBy(List.of(busy)).test(spec);
    }
}
