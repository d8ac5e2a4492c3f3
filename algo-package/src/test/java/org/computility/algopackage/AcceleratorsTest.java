package org.computility.algopackage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.computility.algopackage.Accelerator.Kind;
import org.junit.jupiter.api.Test;

class AcceleratorsTest {

    @Test
    void holdsTheRowsOfBothTables() {
        assertThat(Accelerators.listed()).hasSize(61);
        assertThat(Accelerators.listed().stream().filter(each -> each.kind() == Kind.CARD))
                .hasSize(47)
                .contains(
                        new Accelerator(Kind.CARD, "NVIDIA", "T4", "NVIDIA-T4", "英伟达-T4"),
                        new Accelerator(Kind.CARD, "MLU", "370-S4/S8", "MLU-370-S4/S8", "寒武纪思元-370-S4/S8"),
                        new Accelerator(Kind.CARD, "MLU", "270-F4", "MLU-270-S4", "寒武纪思元-270-S4"),
                        new Accelerator(Kind.CARD, "BITMAIN", "SC3", "BITMAIN-SC3", "比特大陆算丰 SC3"));
        assertThat(Accelerators.listed().stream().filter(each -> each.kind() == Kind.CHIP))
                .hasSize(14)
                .contains(new Accelerator(Kind.CHIP, "Atlas", "310", "ASCEND-310", "昇腾-310"));
        assertThat(Accelerators.listed().get(0).latinName()).isEqualTo("NVIDIA T4");
    }

    @Test
    void tellsWhatIsBesideTheAnnex() {
        assertThat(Accelerators.unlisted(List.of("MLU-270-F4", "CPU", "ABACUS", "ASCEND-910", "ABACUS")))
                .containsExactly("ABACUS", "MLU-270-F4");
        assertThat(Accelerators.misspelt("ascend-910")).contains("ASCEND-910");
        assertThat(Accelerators.misspelt("ASCEND-910")).isEmpty();
        assertThat(Accelerators.misspelt("ABACUS")).isEmpty();
    }
}
