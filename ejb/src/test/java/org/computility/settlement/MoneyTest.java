package org.computility.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Optional;
import org.computility.shared.Rejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource({
        "0.004, 0.00",
        "0.005, 0.01",
        "0.015, 0.02",
        "0.025, 0.03",
        "0.0249999999999, 0.02",
        "-0.005, -0.01",
        "1E+2, 100.00"
    })
    void roundsHalvesAwayFromZero(String reckoned, String posted) {
        assertThat(Money.rounded(new BigDecimal(reckoned), Money.CNY)).isEqualTo(Money.yuan(posted));
    }

    @ParameterizedTest
    @CsvSource({
        "100.00, 5, 5.00",
        "0.10, 5, 0.01",
        "0.09, 5, 0.00",
        "19.99, 2.5, 0.50",
        "1.00, 100, 1.00",
        "1.00, 0, 0.00"
    })
    void aPartAndTheRestAreTheWhole(String price, String percent, String part) {
        Money whole = Money.yuan(price);
        Money fee = whole.percent(new BigDecimal(percent));

        assertThat(fee).isEqualTo(Money.yuan(part));
        assertThat(whole.minus(fee).amount().add(fee.amount())).isEqualTo(whole.amount());
    }

    @Test
    void isEqualHoweverItIsWritten() {
        assertThat(Money.yuan("12.5")).isEqualTo(Money.yuan("12.500")).hasToString("12.50 CNY");
        assertThat(Money.yuan("1e2").amount()).hasToString("100.00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.001", "10000000000000", "-10000000000000", "1e900000000", "1e-900000000"})
    void refusesWhatIsTooFineOrTooLarge(String amount) {
        assertThatExceptionOfType(Rejected.class)
                .isThrownBy(() -> Money.yuan(amount))
                .satisfies(refusal -> assertThat(refusal.member()).isEqualTo("amount"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "cny", "RMBY", "¥"})
    void refusesWhatIsNoCurrency(String currency) {
        assertThatExceptionOfType(Rejected.class)
                .isThrownBy(() -> new Money(BigDecimal.ONE, currency))
                .satisfies(refusal -> assertThat(refusal.member()).isEqualTo("currency"));
    }

    @Test
    void currenciesDoNotMix() {
        assertThatIllegalArgumentException().isThrownBy(() -> Money.yuan("1").minus(new Money(BigDecimal.ONE, "USD")));
    }

    @ParameterizedTest
    @CsvSource({"2.5, 2.5", "' 2.5 % ', 2.5", "0, 0", "100%, 100"})
    void theFeeIsReadInPerCent(String text, BigDecimal fee) {
        assertThat(SettlementConfig.from(key -> Optional.of(text)).marketFee()).isEqualByComparingTo(fee);
    }

    @Test
    void withoutASettingThereIsNoFee() {
        assertThat(SettlementConfig.from(key -> Optional.empty()).marketFee()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "100.1", "five", "", "2.00001"})
    void refusesWhatIsNoFee(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SettlementConfig.from(key -> Optional.of(text)))
                .withMessageContaining("COMPUTILITY_MARKET_FEE");
    }
}
