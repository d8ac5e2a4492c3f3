package org.computility.settlement.daily;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.computility.identity.Role;
import org.computility.operations.declared.DailyTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DailyConfigTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String SETTLE = "computility.orders.settle";
    private static final String RECONCILE = "computility.ledger.reconcile";

    @Test
    void defaults() {
        DailyConfig config = from(Map.of());

        assertThat(config.settle()).contains(new DailyTime(LocalTime.of(2, 0), ZONE));
        assertThat(config.reconcile()).contains(new DailyTime(LocalTime.of(4, 30), ZONE));
    }

    @Test
    void everyKeyMaps() {
        assertThat(from(Map.of(SETTLE, "off", RECONCILE, " 05:00 ")))
                .isEqualTo(new DailyConfig(Optional.empty(), Optional.of(new DailyTime(LocalTime.of(5, 0), ZONE))));
    }

    @ParameterizedTest
    @ValueSource(strings = {SETTLE, RECONCILE})
    void refusesNonsense(String key) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> from(Map.of(key, "nightly")))
                .withMessageContaining(key);
    }

    @Test
    void administratorsStartTheJobs() {
        DailyConfig config = from(Map.of());

        assertThat(new SettleOrdersJob(config).startedBy()).isEqualTo(Set.of(Role.ADMINISTRATOR));
        assertThat(new SettleOrdersJob(config).schedule()).isEqualTo(config.settle());
        assertThat(new ReconcileLedgerJob(config).startedBy()).isEqualTo(Set.of(Role.ADMINISTRATOR));
        assertThat(new ReconcileLedgerJob(config).schedule()).isEqualTo(config.reconcile());
    }

    private static DailyConfig from(Map<String, String> settings) {
        return DailyConfig.from(key -> Optional.ofNullable(settings.get(key)), ZONE);
    }
}
