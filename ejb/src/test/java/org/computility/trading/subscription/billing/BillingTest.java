package org.computility.trading.subscription.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.computility.settlement.prices.BillingType;
import org.computility.settlement.prices.Tier;
import org.computility.settlement.prices.UsageUnit;
import org.computility.shared.Member;
import org.computility.shared.Rejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BillingTest {

    @ParameterizedTest
    @CsvSource({"FIXED_TERM, FIXED_TERM", "metered, METERED", "固定租期, FIXED_TERM", "' 计量 ', METERED"})
    void readsTheWordsThatAreInUse(String word, BillingType type) {
        assertThat(BillingWords.type(new Member("billingType"), word)).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({"call, CALL", "调用次数, CALL", "使用次数, CALL", "token数, TOKEN", "Token, TOKEN", "天, DAY"})
    void readsTheWordsForUnits(String word, UsageUnit unit) {
        assertThat(BillingWords.unit(word)).contains(unit);
    }

    @Test
    void termsThatMeanTheSameAreEqual() {
        assertThat(metered("0.5")).isEqualTo(metered("0.50000000")).isNotEqualTo(metered("0.51"));
        assertThat(metered("100").price().toPlainString()).isEqualTo("100.00");
        assertThat(metered("0.00012").price().toPlainString()).isEqualTo("0.00012");
    }

    @Test
    void tiersAreThoseOfOrders() {
        Billing billing = Billing.of(
                "METERED",
                new BillingMethod(
                        UsageUnit.CALL,
                        new BigDecimal("3"),
                        List.of(new PriceTier(10, new BigDecimal("2")), new PriceTier(20, BigDecimal.ONE)),
                        5L,
                        null,
                        null));

        assertThat(billing.tariff().tiers())
                .containsExactly(
                        new Tier(10L, new BigDecimal("3.00")),
                        new Tier(20L, new BigDecimal("2.00")),
                        new Tier(null, new BigDecimal("1.00")));
        // Five are free, ten cost 3, ten 2, five 1.
        assertThat(billing.tariff().cost(0, 30)).isEqualByComparingTo("55");
        assertThat(billing.offered())
                .isEqualTo("METERED, 3.00 CNY per CALL, beyond 10 2.00, beyond 20 1.00, 5 free, term 365 days");
    }

    @Test
    void whatIsLeftOutIsTakenAsPublished() {
        Billing billing =
                Billing.of("METERED", new BillingMethod(UsageUnit.CALL, new BigDecimal("0.5"), null, null, null, 7L));

        assertThat(billing.isAskedBy("计量", BillingMethod.of(UsageUnit.CALL))).isTrue();
        assertThat(billing.isAskedBy(
                        "METERED", new BillingMethod(UsageUnit.CALL, new BigDecimal("0.500"), List.of(), 0L, 365, 7L)))
                .isTrue();
        assertThat(billing.isAskedBy("METERED", BillingMethod.of(UsageUnit.TOKEN)))
                .isFalse();
        assertThat(billing.isAskedBy("FIXED_TERM", BillingMethod.of(UsageUnit.CALL)))
                .isFalse();
        assertThat(billing.isAskedBy("METERED", new BillingMethod(UsageUnit.CALL, null, null, null, null, 8L)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.01", "1000000000", "0.000000001", "1e999999999"})
    void pricesThatNobodyCanPayAreRefused(String price) {
        assertThatThrownBy(() -> metered(price))
                .isInstanceOfSatisfying(
                        Rejected.class, refusal -> assertThat(refusal.member()).isEqualTo("billingMethod.price"));
    }

    private static Billing metered(String price) {
        return Billing.of("METERED", new BillingMethod(UsageUnit.CALL, new BigDecimal(price), null, null, null, null));
    }
}
