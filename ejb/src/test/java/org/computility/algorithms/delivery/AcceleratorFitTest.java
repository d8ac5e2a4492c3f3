package org.computility.algorithms.delivery;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.computility.algorithms.PackageView;
import org.computility.shared.Conflict;
import org.junit.jupiter.api.Test;

class AcceleratorFitTest {

    private static final String NODE = "11010800005020000001";

    @Test
    void aPackageForCpuGoesAnywhereWithoutAsking() {
        assertThatCode(() -> AcceleratorFit.check(needing("CPU", "NVIDIA-T4"), NODE, () -> {
                    throw new AssertionError("asked");
                }))
                .doesNotThrowAnyException();
    }

    @Test
    void oneCardOfThoseThatDoIsEnough() {
        assertThatCode(() -> check(Optional.of(Set.of("ASCEND-310", "NVIDIA-A10")), "NVIDIA-T4", "NVIDIA-A10"))
                .doesNotThrowAnyException();
    }

    @Test
    void otherCardsNoneOrUnknownOnesAreRefusedWithWhatIsThereAndWhatIsNeeded() {
        assertThatThrownBy(() -> check(Optional.of(Set.of("ASCEND-310")), "NVIDIA-T4", "NVIDIA-A10"))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("has ASCEND-310")
                .hasMessageContaining("one of NVIDIA-T4, NVIDIA-A10");
        assertThatThrownBy(() -> check(Optional.of(Set.of()), "NVIDIA-T4")).hasMessageContaining("has no accelerator");
        assertThatThrownBy(() -> check(Optional.empty(), "NVIDIA-T4")).hasMessageContaining("never told");
    }

    private static void check(Optional<Set<String>> present, String... needed) {
        AcceleratorFit.check(needing(needed), NODE, () -> present);
    }

    private static PackageView needing(String... accelerators) {
        return new PackageView(
                "1101080100508000000120261124160000000001",
                "Motion",
                "1.0.0",
                "artifact",
                "COMPUTILITY",
                null,
                1,
                "9e107d9d372bb6826bd81d3542a419d6",
                List.of(),
                List.of(accelerators),
                1,
                List.of(),
                null);
    }
}
