package org.computility.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.computility.shared.Member;
import org.computility.shared.Rejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class ComputeCodeTest {

    private static final Member CODE = new Member("code");

    @Test
    void theStandardsOwnExamplesAreListed() {
        assertThat(ComputeCode.isListed("11010800005020000001")).isTrue();
        assertThat(ComputeCode.isListed("11010800005050000001")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"99010800005020000001", "11010800009990000001"})
    void anUnknownRegionOrTypeIsLetThrough(String code) {
        assertThat(ComputeCode.isListed(code)).isFalse();
        assertThatCode(() -> ComputeCode.check(CODE, code)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {"1101080000502000000", "110108000050200000011", "1101080000502000000x", "１１０１０８００００５０２０００００１１"})
    void whatIsNotTwentyDigitsIsRefusedByName(String code) {
        assertThatThrownBy(() -> ComputeCode.check(CODE, code))
                .isInstanceOf(Rejected.class)
                .extracting("code", "member")
                .containsExactly("compute-code-invalid", "code");
    }

    @Test
    void theMisprintedTypeIsTakenForWhatItMeans() {
        assertThat(ComputeType.of("FRONT_END_DEVIE")).isEqualTo("FRONT_END_DEVICE");
        assertThat(ComputeType.of("CCP")).isEqualTo("CCP");
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"cap", "TOASTER"})
    void anUnknownTypeIsRefusedByName(String type) {
        assertThatThrownBy(() -> ComputeType.of(type))
                .isInstanceOf(Rejected.class)
                .extracting("code", "member")
                .containsExactly("compute-type-unknown", "type");
    }
}
