package org.computility.settlement.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BillPeriodsTest {

    private static final String KEY = "computility.bills.close.after";
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Test
    void defaults() {
        assertThat(from(Map.of())).isEqualTo(new BillPeriods(ZONE, Duration.ofDays(1)));
    }

    @Test
    void everyKeyMaps() {
        assertThat(from(Map.of(KEY, " PT12H ")).closeAfter()).isEqualTo(Duration.ofHours(12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "P1M", "PT-1H", "P21D"})
    void refusesNonsense(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> from(Map.of(KEY, text)))
                .withMessageContaining("COMPUTILITY_BILLS_CLOSE_AFTER");
    }

    @Test
    void monthsAreThoseOfTheZone() {
        BillPeriods periods = from(Map.of());
        Instant last = Instant.parse("2026-10-31T15:59:59Z");

        assertThat(periods.month(last)).isEqualTo("2026-10");
        assertThat(periods.month(last.plusSeconds(1))).isEqualTo("2026-11");
        assertThat(periods.firstOpen(last.plus(Duration.ofDays(1)))).isEqualTo("2026-10");
        assertThat(periods.firstOpen(last.plus(Duration.ofDays(1)).plusSeconds(1)))
                .isEqualTo("2026-11");
    }

    private static BillPeriods from(Map<String, String> settings) {
        return BillPeriods.from(key -> Optional.ofNullable(settings.get(key)), ZONE);
    }
}
