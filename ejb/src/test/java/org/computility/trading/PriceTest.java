package org.computility.trading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.computility.shared.Rejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PriceTest {

    @Test
    void hasTwoPlaces() {
        assertThat(Price.of(false, new BigDecimal("199.9")).amount()).isEqualTo(new BigDecimal("199.90"));
        assertThat(Price.of(false, new BigDecimal("2E+3")).amount()).isEqualTo(new BigDecimal("2000.00"));
        assertThat(Price.of(false, new BigDecimal("1.000")).amount()).isEqualTo(new BigDecimal("1.00"));
        assertThat(Price.of(false, BigDecimal.ONE)).isEqualTo(Price.of(false, new BigDecimal("1.00")));
    }

    @Test
    void isZeroForWhatIsFree() {
        assertThat(Price.of(true, null).amount()).isEqualTo(new BigDecimal("0.00"));
        assertThat(Price.of(true, new BigDecimal("0.0")).amount()).isEqualTo(new BigDecimal("0.00"));
        refused("price-of-free", true, "1");
    }

    @Test
    void isAskedOfWhatIsNotFree() {
        refused("member-missing", false, null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "0.001", "1.005", "1000000000000", "1E+100", "1E-100"})
    void isAnAmountOfMoney(String amount) {
        refused("member-invalid", false, amount);
    }

    private static void refused(String code, boolean free, String amount) {
        assertThatThrownBy(() -> Price.of(free, amount == null ? null : new BigDecimal(amount)))
                .isInstanceOfSatisfying(Rejected.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(code);
                    assertThat(refusal.member()).isEqualTo("price");
                });
    }
}
